/**
 * The operators' console: figures, every movement with its postings, who did what, merchants. It
 * changes next to nothing.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Operations")
package dev.qiao.operations;
