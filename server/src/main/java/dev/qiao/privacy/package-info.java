/**
 * A person's rights over their data: to be given all that is held about them, and to be erased,
 * with what the law makes us keep named and dated.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Privacy")
package dev.qiao.privacy;
