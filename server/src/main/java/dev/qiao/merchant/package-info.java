/** Shops: who they are, their stores and codes, what they take, and what they give back. */
@org.springframework.modulith.ApplicationModule(displayName = "Merchant")
package dev.qiao.merchant;
