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
  [{}, "Birch Roofing reported “converted, revenue 1,250.00”, but the buyer side is locked."],
  [
    { reason: "unmatched", sought: null, update: { buyer_converted: false } },
    "Birch Roofing reported “not converted”, but no call from this caller matches.",
  ],
  [{ reason: "refused", update: null }, "An update from Birch Roofing was rejected."],
  [{ update: {} }, "Birch Roofing reported an update, but the buyer side is locked."],
  [
    { reason: "reused_event_id" },
    "Birch Roofing reported “converted, revenue 1,250.00” with an event ID that it already used for different content.",
  ],
  [
    { reason: "cap_freed", side: "offer" },
    "The cap that stopped this call has room again. The call would now convert for the traffic source.",
  ],
  [{ reason: "of_tomorrow", problem: "Look at it." }, "Look at it."],
])("%j", (fields, sentence) => {
  expect(itemSentence({ ...ITEM, ...fields })).toBe(sentence);
});
