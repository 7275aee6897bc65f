-- The lists that shops and operators look at hold unpaid payments too, ordered by the posting's id or else the payment's own.
-- Locks payment.payment against writes while it runs. Undo: drop both indexes.

create index payment_feed on payment.payment ((coalesce(posting, id)));
create index payment_merchant_feed on payment.payment (merchant, (coalesce(posting, id)));
