/**
 * People, shops and a month of their history for demonstrations, made through the same verbs that
 * everybody uses.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Demo")
package dev.qiao.demo;
