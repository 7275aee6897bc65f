-- Messages of a demo are sealed as everything personal is. Those of the last day are forgotten.
-- Locks the table for a moment. Undo: add the columns back; the messages are lost.

delete from notice.sandbox_message;
alter table notice.sandbox_message
  drop column phone, drop column shown, drop column parameters,
  add column sealed text not null;
