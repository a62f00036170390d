import { expect, test } from "vitest";
import type { InboxItem } from "@/lib/contracts/inbox";
import { itemSentence } from "./item-sentence";
import { postingText } from "./postings-text";

const ITEM: InboxItem = {
  id: 31,
  reason: "locked",
  received_at: "2026-11-23T10:46:00.000Z",
  side: "buyer",
  mechanism: "webhook",
  actor: { type: "hook", name: "Birch Roofing" },
  call: null,
  sought: null,
  says: { buyer_converted: true, revenue: "1250.00" },
  problem: null,
  payload: {},
  payload_hidden: false,
  foreseen: null,
  actions: [],
  settled: null,
};

test.each<[Partial<InboxItem>, string]>([
  [{}, "Birch Roofing said “converted, revenue 1,250.00”, but the buyer side is locked."],
  [
    { reason: "unmatched", sought: null, says: { buyer_converted: false } },
    "Birch Roofing posted “not converted” for a call that is not here, named by its caller.",
  ],
  [{ reason: "refused", says: null }, "Birch Roofing posted something that was refused."],
  [{ says: {} }, "Birch Roofing said a statement, but the buyer side is locked."],
  [{ reason: "of_tomorrow", problem: "Look at it." }, "Look at it."],
])("%j", (fields, sentence) => {
  expect(itemSentence({ ...ITEM, ...fields })).toBe(sentence);
});

test("money that is taken back has a minus, and no amount where none may be read", () => {
  const party = { id: 7, name: "Birch Roofing" };
  expect(postingText({ kind: "credit", party, amount: "10.00" })).toBe("credit Birch Roofing −10.00");
  expect(postingText({ kind: "charge", party })).toBe("charge Birch Roofing");
});
