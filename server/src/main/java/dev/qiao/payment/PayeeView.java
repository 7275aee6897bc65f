package dev.qiao.payment;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who is paid, as a payer sees it. A person's name is masked. */
@Schema(name = "Payee")
public record PayeeView(
    @Schema(allowableValues = {"merchant", "person"}) String kind,
    String name,
    @Nullable String nameEn,
    @Nullable Names store,
    @Nullable Category category,
    @Nullable String masked,
    @Nullable String payeeId) {

  /** A shop. */
  public static PayeeView of(Payee payee) {
    return new PayeeView(
        "merchant",
        payee.name(),
        payee.nameEn().orElse(null),
        new Names(payee.storeName(), payee.storeNameEn().orElse(null)),
        payee.category(),
        null,
        null);
  }

  /** A person: masked name and number. */
  public static PayeeView person(String maskedName, String maskedPhone, @Nullable String payeeId) {
    return new PayeeView("person", maskedName, null, null, null, maskedPhone, payeeId);
  }
}
