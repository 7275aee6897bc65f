/** What a person typed, as a request names it: an email has an @, all else is meant as a phone number. */
export function contactOf(typed: string): { email: string } | { phone: string } {
  return typed.includes('@') ? { email: typed.trim() } : { phone: typed.replace(/[\s-]/g, '') };
}
