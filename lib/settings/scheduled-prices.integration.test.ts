import { expect, test } from "vitest";
import { givenCompany } from "@/lib/testing/factories/given-company";
import { BuyerSettings } from "./contract/conversion-settings";
import { getBuyerSettings } from "./get-settings";
import { saveBuyerSettings } from "./save-settings";

const NEXT_MONTH = new Date("2026-12-01T07:00:00Z");
const priced = (amount: string | null) => (amount === null ? [] : [{ offer_id: null, amount }]);

async function setup() {
  const { ctx } = await givenCompany();
  const save = async (amount: string | null, more: object = {}) => {
    const { version } = await getBuyerSettings(ctx, ctx.buyer.id);
    const settings = BuyerSettings.parse({});
    return saveBuyerSettings(ctx, ctx.buyer.id, { version, settings, prices: priced(amount), ...more });
  };
  return { ctx, save };
}

test("a price saved after a scheduled one begins just after it", async () => {
  const { save } = await setup();
  await save("11", { valid_from: NEXT_MONTH });
  const after = await save("12");
  expect(after).toMatchObject({ valid_from: "2026-12-01T07:00:00.001Z", prices: [{ amount: "12.00" }] });
});

test("two prices can't begin at the same moment; the same price may be saved again", async () => {
  const { save } = await setup();
  await save("11", { valid_from: NEXT_MONTH });
  const again = { valid_from: NEXT_MONTH };
  const refused = { errors: { valid_from: "Other prices already begin at this time. Choose a later time." } };
  await expect(save("12", again)).rejects.toMatchObject(refused);
  await expect(save(null, again)).rejects.toMatchObject(refused);
  expect(await save("11", again)).toMatchObject({ version: 2, prices: [{ amount: "11.00" }] });
});
