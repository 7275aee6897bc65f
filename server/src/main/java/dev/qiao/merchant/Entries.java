package dev.qiao.merchant;

import dev.qiao.api.Amount;
import dev.qiao.api.ReceiptNumber;
import dev.qiao.channel.Channel;
import dev.qiao.channel.Channels;
import dev.qiao.channel.Scene;
import dev.qiao.identity.People;
import dev.qiao.identity.Person;
import dev.qiao.identity.PersonId;
import dev.qiao.identity.Phone;
import dev.qiao.identity.StaffMember;
import dev.qiao.identity.StaffMembers;
import dev.qiao.merchant.EntryViews.DetailView;
import dev.qiao.merchant.EntryViews.EntryView;
import dev.qiao.merchant.EntryViews.RefundView;
import dev.qiao.payment.MerchantId;
import dev.qiao.payment.Names;
import dev.qiao.payment.PayCodes;
import dev.qiao.payment.Payee;
import dev.qiao.payment.Payment;
import dev.qiao.payment.PaymentLists.Movement;
import dev.qiao.payment.PaymentView;
import dev.qiao.payment.Refund;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows payments and refunds to a shop, looking all names up at once. */
@Component
class Entries {
  private final People people;
  private final StaffMembers staff;
  private final Channels channels;
  private final PayCodes codes;

  Entries(People people, StaffMembers staff, Channels channels, PayCodes codes) {
    this.people = people;
    this.staff = staff;
    this.channels = channels;
    this.codes = codes;
  }

  List<EntryView> list(MerchantId merchant, List<Movement> movements) {
    Map<UUID, String> names = staffNames(merchant);
    Map<PersonId, Person> payers =
        people.find(
            movements.stream()
                .flatMap(movement -> movement.payment().payer().stream())
                .distinct()
                .map(PersonId::new)
                .toList());
    return movements.stream().map(movement -> entry(movement, names, payers)).toList();
  }

  private EntryView entry(
      Movement movement, Map<UUID, String> names, Map<PersonId, Person> payers) {
    Payment payment = movement.payment();
    String payer =
        payment
            .payer()
            .map(PersonId::new)
            .map(payers::get)
            .flatMap(Person::phone)
            .map(Phone::tail)
            .orElse("");
    return movement
        .refund()
        .map(
            refund ->
                new EntryView(
                    "refund",
                    refund.id(),
                    payment.id(),
                    refund.at(),
                    Amount.of(refund.amount()),
                    payer,
                    false,
                    payment.scene(),
                    channel(payment),
                    store(payment.payee()),
                    names.get(refund.by()),
                    refund.reason().orElse(null),
                    null,
                    Payment.State.SUCCEEDED))
        .orElseGet(
            () ->
                new EntryView(
                    "payment",
                    payment.id(),
                    payment.id(),
                    at(payment),
                    Amount.of(payment.amount()),
                    payer,
                    payment.newCustomer(),
                    payment.scene(),
                    channel(payment),
                    store(payment.payee()),
                    payment.createdBy().map(names::get).orElse(null),
                    PaymentView.reason(payment.state()),
                    Amount.of(payment.refunded()),
                    payment.state()));
  }

  DetailView detail(Payment payment, List<Refund> refunds) {
    Map<UUID, String> names = staffNames(payment.payee().merchant());
    EntryView entry =
        list(payment.payee().merchant(), List.of(new Movement(payment, Optional.empty())))
            .getFirst();
    return new DetailView(
        entry.kind(),
        payment.id(),
        payment.id(),
        entry.at(),
        entry.amount(),
        entry.payer(),
        entry.newCustomer(),
        entry.scene(),
        entry.channel(),
        entry.store(),
        entry.by(),
        entry.reason(),
        entry.refunded(),
        entry.state(),
        payment.createdAt(),
        payment.expiresAt(),
        ReceiptNumber.of(payment.id().value()),
        payment.orderReference().orElse(null),
        payment.note().orElse(null),
        Amount.of(payment.refundable()),
        refunds.stream().map(refund -> view(refund, names)).toList(),
        qr(payment));
  }

  private static RefundView view(Refund refund, Map<UUID, String> names) {
    return new RefundView(
        refund.id(),
        Amount.of(refund.amount()),
        refund.reason().orElse(null),
        names.getOrDefault(refund.by(), ""),
        refund.at());
  }

  private @Nullable String qr(Payment payment) {
    boolean payable =
        payment.scene() == Scene.QR_DYNAMIC
            && payment.code().isPresent()
            && payment.state() == Payment.State.REQUIRES_CONFIRMATION;
    return payable ? codes.draw(payment) : null;
  }

  private static Instant at(Payment payment) {
    return payment.finishedAt().orElse(payment.createdAt());
  }

  private Names channel(Payment payment) {
    Channel channel = channels.of(payment.channel());
    return new Names(channel.name(), channel.nameEn());
  }

  private static Names store(Payee payee) {
    return new Names(payee.storeName(), payee.storeNameEn().orElse(null));
  }

  private Map<UUID, String> staffNames(MerchantId merchant) {
    return staff.ever(merchant.value()).stream()
        .collect(Collectors.toMap(member -> member.id().value(), StaffMember::name));
  }
}
