import { expect, test } from "vitest";
import type { InboxItem } from "@/lib/inbox/contract";
import { itemSentence } from "./item-sentence";

const ITEM: InboxItem = {
  id: 31,
  reason: "locked",
  received_at: "2026-11-23T10:46:00.000Z",
  times: 1,
  last_received_at: "2026-11-23T10:46:00.000Z",
  side: "buyer",
  mechanism: "webhook",
  actor: { type: "webhook", name: "Birch Roofing" },
  call: null,
  sought: null,
  update: { buyer_converted: true, revenue: "1250.00" },
  problem: null,
  payload: {},
  payload_hidden: false,
  preview: null,
  actions: [],
  resolved: null,
};

test.each<[Partial<InboxItem>, string]>([
  [{}, "Birch Roofing said “converted, revenue 1,250.00”, but the buyer side is locked."],
  [
    { reason: "unmatched", sought: null, update: { buyer_converted: false } },
    "Birch Roofing posted “not converted” for a call that is not here, named by its caller.",
  ],
  [{ reason: "refused", update: null }, "Birch Roofing posted something that was refused."],
  [{ update: {} }, "Birch Roofing said an update, but the buyer side is locked."],
  [
    { reason: "reused_event_id" },
    "Birch Roofing said “converted, revenue 1,250.00” under an event id that it had used before, with other content.",
  ],
  [
    { reason: "cap_freed", side: "offer" },
    "The cap that stopped this call has room again: it would convert for the traffic source.",
  ],
  [{ reason: "of_tomorrow", problem: "Look at it." }, "Look at it."],
])("%j", (fields, sentence) => {
  expect(itemSentence({ ...ITEM, ...fields })).toBe(sentence);
});
