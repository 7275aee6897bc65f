package dev.qiao.verification;

/** Looks into a file for what is known to do harm, before anything of it is kept. */
interface UploadScanner {
  /** Never throws for what the scanner or the network does. */
  Scan scan(byte[] content);
}
