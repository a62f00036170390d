export const DETAILS = {
  legal_name: "Brightside LLC",
  address: ["12 Elm Street", "Denver, CO 80202"],
  tax_id: "84-5550142",
  email: "books@brightside.test",
};
export const SUMMARY = {
  number: "INV-000123",
  party: { type: "buyer", id: 7, name: "Brightside Solar" },
  cycle_start: "2026-10-01",
  cycle_end: "2026-10-31",
  currency: "USD",
  entries: 126,
  issued_at: "2026-11-02T09:00:00.000Z",
  due_on: "2026-12-02",
  state: "due",
  opening: "0.00",
  closing: "1353.13",
  billed: "1353.13",
  allocated: "0.00",
};
export const OFFER = { id: 3, name: "Solar quotes" };
export const LINE = {
  entry_id: "call-1042-1-charge",
  day: "2026-10-20",
  service_day: "2026-10-20",
  kind: "charge",
  amount: "10.00",
  call: { id: 1042, uuid: "0b8e4f3a-5d0c-4f41-9a51-2f6d1c7e9b10" },
  caller: "…0142",
  offer: OFFER,
  document: null,
  apart: null,
};
export const FILES =
  "The file is identical every time you download it, whatever is renamed, erased, or reversed later.";
