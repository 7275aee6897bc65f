/** Time-ordered ids, and how they are written down. */
package dev.qiao.ids;
