/** The entries by which people and payments arrive. No payment exists without a channel. */
@org.springframework.modulith.ApplicationModule(displayName = "Channel")
package dev.qiao.channel;
