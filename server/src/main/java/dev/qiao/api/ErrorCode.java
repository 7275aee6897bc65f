package dev.qiao.api;

import static dev.qiao.api.ErrorCode.Blame.CALLER;
import static dev.qiao.api.ErrorCode.Blame.PARTNER;
import static dev.qiao.api.ErrorCode.Blame.PLATFORM;
import static dev.qiao.api.ErrorCode.MoneyTaken.NOT_INVOLVED;
import static dev.qiao.api.ErrorCode.MoneyTaken.NOT_TAKEN;
import static dev.qiao.api.ErrorCode.MoneyTaken.UNKNOWN;
import static dev.qiao.api.ErrorCode.Retry.LATER;
import static dev.qiao.api.ErrorCode.Retry.NEVER;
import static dev.qiao.api.ErrorCode.Retry.NEW_KEY;
import static dev.qiao.api.ErrorCode.Retry.SAME_KEY;

import java.util.Locale;

/**
 * Everything that can go wrong for a caller, once. The reference page and the clients' union type
 * are made from this list; the words are made by the clients.
 */
public enum ErrorCode {
  // The request itself.
  BODY_MALFORMED(400, CALLER, NEVER, NOT_TAKEN),
  FIELD_UNKNOWN(400, CALLER, NEVER, NOT_TAKEN),
  FIELD_INVALID(400, CALLER, NEVER, NOT_TAKEN),
  AMOUNT_INVALID(400, CALLER, NEVER, NOT_TAKEN),
  AMOUNT_NOT_POSITIVE(400, CALLER, NEVER, NOT_TAKEN),
  AMOUNT_TOO_LARGE(422, CALLER, NEVER, NOT_TAKEN),
  CURRENCY_UNSUPPORTED(422, CALLER, NEVER, NOT_TAKEN),
  IDEMPOTENCY_KEY_MISSING(400, CALLER, NEVER, NOT_TAKEN),
  IDEMPOTENCY_KEY_REUSED(422, CALLER, NEW_KEY, NOT_TAKEN),
  REQUEST_IN_FLIGHT(409, CALLER, SAME_KEY, UNKNOWN),
  NOT_FOUND(404, CALLER, NEVER, NOT_INVOLVED),
  METHOD_NOT_ALLOWED(405, CALLER, NEVER, NOT_INVOLVED),
  NOT_ACCEPTABLE(406, CALLER, NEVER, NOT_INVOLVED),
  UNSUPPORTED_MEDIA_TYPE(415, CALLER, NEVER, NOT_TAKEN),
  BODY_TOO_LARGE(413, CALLER, NEVER, NOT_TAKEN),
  CSRF_INVALID(403, CALLER, NEVER, NOT_TAKEN),
  RATE_LIMITED(429, CALLER, LATER, NOT_TAKEN),
  UNAVAILABLE(503, PLATFORM, SAME_KEY, UNKNOWN),
  INTERNAL(500, PLATFORM, SAME_KEY, UNKNOWN),

  // Who is asking.
  SESSION_REQUIRED(401, CALLER, NEVER, NOT_TAKEN),
  SESSION_EXPIRED(401, CALLER, NEVER, NOT_TAKEN),
  NOT_PERMITTED(403, CALLER, NEVER, NOT_TAKEN),
  CREDENTIALS_WRONG(401, CALLER, NEW_KEY, NOT_INVOLVED),
  CODE_WRONG(401, CALLER, NEW_KEY, NOT_INVOLVED),
  CODE_EXPIRED(401, CALLER, NEW_KEY, NOT_INVOLVED),
  TOO_MANY_ATTEMPTS(429, CALLER, LATER, NOT_TAKEN),
  CODE_DELIVERY_UNAVAILABLE(503, PLATFORM, LATER, NOT_INVOLVED),
  PHONE_INVALID(422, CALLER, NEVER, NOT_INVOLVED),
  NAME_INVALID(422, CALLER, NEVER, NOT_INVOLVED),
  PASSWORD_TOO_SHORT(422, CALLER, NEVER, NOT_INVOLVED),
  PASSWORD_TOO_COMMON(422, CALLER, NEVER, NOT_INVOLVED),
  SIGN_UP_TOKEN_INVALID(401, CALLER, NEVER, NOT_INVOLVED),
  LOGIN_TAKEN(409, CALLER, NEVER, NOT_INVOLVED),
  INVITATION_UNKNOWN(404, CALLER, NEVER, NOT_INVOLVED),
  PIN_REQUIRED(422, CALLER, NEVER, NOT_TAKEN),
  PIN_WRONG(422, CALLER, SAME_KEY, NOT_TAKEN),
  PIN_LOCKED(429, CALLER, LATER, NOT_TAKEN),
  PIN_TOO_SIMPLE(422, CALLER, NEVER, NOT_INVOLVED),

  // Whom to pay.
  PAYEE_UNKNOWN(404, CALLER, NEVER, NOT_TAKEN),
  PAYEE_IS_SELF(422, CALLER, NEVER, NOT_TAKEN),
  PAYEE_EXPIRED(409, CALLER, NEW_KEY, NOT_TAKEN),
  TOO_MANY_LOOKUPS(429, CALLER, LATER, NOT_TAKEN),
  QR_FOREIGN(422, CALLER, NEVER, NOT_TAKEN),
  QR_DAMAGED(422, CALLER, NEVER, NOT_TAKEN),
  QR_EXPIRED(409, CALLER, NEVER, NOT_TAKEN),
  QR_UNKNOWN(404, CALLER, NEVER, NOT_TAKEN),

  // Money.
  INSUFFICIENT_FUNDS(409, CALLER, NEW_KEY, NOT_TAKEN),
  PAYMENT_EXPIRED(409, CALLER, NEVER, NOT_TAKEN),
  PAYMENT_FINISHED(409, CALLER, NEVER, NOT_INVOLVED),
  PAYMENT_CANCELLED(409, CALLER, NEVER, NOT_TAKEN),
  CONFIRMATION_MISMATCH(409, CALLER, NEW_KEY, NOT_TAKEN),
  CHANNEL_CLOSED(409, PLATFORM, LATER, NOT_TAKEN),
  ACCOUNT_FROZEN(409, PLATFORM, LATER, NOT_TAKEN),
  PAYEE_CANNOT_RECEIVE(409, PLATFORM, LATER, NOT_TAKEN),
  BALANCE_OUT_OF_RANGE(409, CALLER, NEVER, NOT_TAKEN),
  LEDGER_REFUSED(409, PLATFORM, NEW_KEY, NOT_TAKEN),
  REFUND_EXCEEDS_PAYMENT(409, CALLER, NEW_KEY, NOT_TAKEN),
  MERCHANT_FUNDS_INSUFFICIENT(409, CALLER, NEW_KEY, NOT_TAKEN),
  PAYMENT_NOT_REFUNDABLE(409, CALLER, NEVER, NOT_TAKEN),
  LINKED_ACCOUNT_UNKNOWN(404, CALLER, NEVER, NOT_TAKEN),
  BANK_DECLINED(409, PARTNER, NEW_KEY, NOT_TAKEN),
  BANK_UNAVAILABLE(503, PARTNER, LATER, NOT_TAKEN),

  // Leaving.
  WALLET_NOT_EMPTY(409, CALLER, NEVER, NOT_INVOLVED),
  MONEY_UNDER_WAY(409, CALLER, LATER, NOT_INVOLVED);

  /** Whose doing it is. */
  public enum Blame {
    CALLER,
    PLATFORM,
    PARTNER
  }

  /**
   * What sense another try has: none, with the same idempotency key, with a new one, or after a
   * while.
   */
  public enum Retry {
    NEVER,
    SAME_KEY,
    NEW_KEY,
    LATER
  }

  /** Whether this request moved money. */
  public enum MoneyTaken {
    NOT_TAKEN,
    TAKEN,
    UNKNOWN,
    NOT_INVOLVED
  }

  private final int status;
  private final Blame blame;
  private final Retry retry;
  private final MoneyTaken money;

  ErrorCode(int status, Blame blame, Retry retry, MoneyTaken money) {
    this.status = status;
    this.blame = blame;
    this.retry = retry;
    this.money = money;
  }

  /** The stable name in answers: {@code insufficient_funds}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  Blame blame() {
    return blame;
  }

  Retry retry() {
    return retry;
  }

  MoneyTaken money() {
    return money;
  }
}
