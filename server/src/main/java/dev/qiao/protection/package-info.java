/**
 * What stands between a thief and a person's money: freezing a wallet, movements that wait for a
 * second word, habits, and the notices that go to every known contact.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Protection")
package dev.qiao.protection;
