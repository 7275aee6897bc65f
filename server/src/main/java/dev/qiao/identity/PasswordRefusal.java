package dev.qiao.identity;

/** Why a password may not be chosen. */
public enum PasswordRefusal {
  TOO_SHORT,
  TOO_LONG,
  TOO_COMMON
}
