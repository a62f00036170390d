import { expect, test } from "vitest";
import { mapFields } from "./map-fields";
import { storedWebhookSettings, type WebhookSettings, webhookSettings } from "./webhook-settings";

const PLAIN: WebhookSettings = { signatureRequired: false, getAllowed: false, windowMinutes: 120, fields: {} };
const MAPPED: WebhookSettings = {
  signatureRequired: true,
  getAllowed: false,
  windowMinutes: 30,
  fields: {
    converted: { path: "lead.status", values: { SOLD: "true", "Not.Sold": "false" } },
    revenue: { path: "lead.sale.0.price", values: {} },
    caller: { path: "phone.number", values: {} },
  },
};

test("stored settings parse to the same settings", () => {
  for (const settings of [PLAIN, MAPPED]) expect(webhookSettings(storedWebhookSettings(settings))).toEqual(settings);
});

test("our own field names, and those that others use", () => {
  const body = { buyer_converted: "true", uuid: "u", revenue: "", reason: null, utm: "x" };
  expect(mapFields(body, PLAIN)).toEqual({ fields: { converted: "true", call_uuid: "u" }, ignored: ["utm"] });
});

test("a mapped field is read at its path, also in lists, and nowhere else", () => {
  const body = { lead: { status: "sold", sale: [{ price: "12.50" }] }, "phone.number": "+13035550142", revenue: "99" };
  expect(mapFields(body, MAPPED)).toEqual({
    fields: { converted: "true", revenue: "12.50", caller: "+13035550142" },
    ignored: ["revenue"],
  });
});

test("a value that the mapping does not list is ignored", () => {
  expect(mapFields({ lead: { status: "callback" } }, MAPPED).fields).toEqual({});
  expect(mapFields({ lead: { status: "NOT.SOLD" } }, MAPPED).fields).toEqual({ converted: "false" });
});

test("no path leads out of the body", () => {
  const settings = { ...PLAIN, fields: { reason: { path: "constructor.name", values: {} } } };
  expect(mapFields({}, settings).fields).toEqual({});
});

test("only strings, numbers and booleans are mapped values", () => {
  const hostile = { toString: "SOLD", valueOf: "SOLD" };
  for (const status of [hostile, [hostile], ["SOLD"]]) {
    expect(mapFields({ lead: { status } }, MAPPED).fields).toEqual({});
  }
});
