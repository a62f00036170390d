import { expect, test } from "vitest";
import { Invalid } from "@/lib/base/errors";
import { givenCompany } from "@/lib/testing/factories/given-company";
import { getBillingDetails, saveBillingDetails } from "./company-details";
import { BillingDetailsUpdate, BillingProfileUpdate } from "./contract";
import { getBillingProfile } from "./get-billing-profile";
import { saveBillingProfile } from "./save-billing-profile";

test("company details that an update does not name are unchanged, also in simultaneous updates", async () => {
  const { ctx } = await givenCompany();
  const save = (update: object) => saveBillingDetails(ctx, BillingDetailsUpdate.parse(update));
  await save({ address: ["12 Elm Street"], email: "books@acme.test" });
  await Promise.all([save({ legal_name: "Acme Home Services" }), save({ tax_id: "84-5550142" })]);
  const details = {
    legal_name: "Acme Home Services",
    address: ["12 Elm Street"],
    tax_id: "84-5550142",
    email: "books@acme.test",
  };
  expect(await getBillingDetails(ctx)).toMatchObject({ details });
  expect((await save({ address: [] })).details).toEqual({ ...details, address: [] });
});

test("terms that an update does not name are unchanged, and terms never set have their defaults", async () => {
  const { ctx } = await givenCompany();
  const owner = { type: "buyer", id: ctx.buyer.id } as const;
  const save = (version: number, profile: object) =>
    saveBillingProfile(ctx, owner, BillingProfileUpdate.parse({ version, profile }));
  const sent = {
    net_days: 14,
    tax_lines: [{ name: "Sales tax", percent: "8.25" }],
    credit: { kind: "limit", amount: "500.00" },
    email: "books@brightside.test",
  };
  const first = await save(0, sent);
  expect(first.profile).toMatchObject({ ...sent, cycle: "monthly", minimum_payment: "0.00", address: [] });
  expect((await save(1, { cycle: "weekly" })).profile).toEqual({ ...first.profile, cycle: "weekly" });
  await expect(save(2, { hold_days: 5 })).rejects.toBeInstanceOf(Invalid);
  expect((await getBillingProfile(ctx, owner)).version).toBe(2);
});
