/** Serves the three web apps, and says where they are. */
package dev.qiao.web;
