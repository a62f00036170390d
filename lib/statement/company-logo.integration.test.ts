import { expect, test } from "vitest";
import { verifyBooks } from "@/lib/proof/verify-books";
import { givenCompany } from "@/lib/testing/factories/given-company";
import { givenConvertedCall } from "@/lib/testing/factories/given-converted-call";
import { givenMember } from "@/lib/testing/factories/given-member";
import { base64, jpeg, png } from "@/lib/testing/statement/images";
import { getLogo, getLogoVersion, removeLogo, saveLogo } from "./company-logo";
import { getStatement } from "./get-statement";
import { issueStatements } from "./issue-statements";
import { printStatement } from "./print-statement";

const image = (bytes: Uint8Array) => ({ image: base64(bytes) });
const SMALL = png({ width: 40, height: 20 });

test("a logo is saved, shown by its version for ever, replaced and removed", async () => {
  const { ctx } = await givenCompany();
  await expect(getLogo(ctx, {})).rejects.toMatchObject({ code: "not_found" });
  const first = await saveLogo(ctx, image(SMALL));
  expect(first).toMatch(/^[0-9a-f]{64}$/);
  expect(await saveLogo(ctx, image(SMALL))).toBe(first);
  const photo = jpeg({ width: 300, height: 100 });
  const second = await saveLogo(ctx, image(photo));
  expect(await getLogo(ctx, {})).toEqual({ mediaType: "image/jpeg", content: photo });
  await removeLogo(ctx);
  expect(await getLogoVersion(ctx)).toBeNull();
  expect(await getLogo(ctx, { version: first })).toEqual({ mediaType: "image/png", content: SMALL });
  expect((await getLogo(ctx, { version: second })).mediaType).toBe("image/jpeg");
});

test("issued statements keep the logo that they were issued with, and the books hold", async () => {
  const { ctx } = await givenConvertedCall({ revenue: "10.00" });
  await saveLogo(ctx, image(SMALL));
  ctx.clock.advance({ days: 60 });
  const [number] = await issueStatements(ctx, { owner: { type: "buyer", id: ctx.buyer.id } });
  const name = String(number);
  const before = await printStatement(ctx, name);
  expect(Buffer.from(before.body).includes("/Subtype /Image")).toBe(true);
  const { logo_url } = await getStatement(ctx, name);
  expect(logo_url).toBe(`/api/v1/company/logo?version=${await getLogoVersion(ctx)}`);
  await saveLogo(ctx, image(jpeg({ width: 300, height: 100 })));
  const after = await printStatement(ctx, name);
  expect(Buffer.from(after.body).equals(Buffer.from(before.body))).toBe(true);
  expect((await getStatement(ctx, name)).logo_url).toBe(logo_url);
  expect(await verifyBooks(ctx)).toBeNull();
});

const lines = (filter: number, length = 20 * (40 * 4 + 1)) => {
  const bytes = new Uint8Array(length);
  for (let at = 0; at < length; at += 161) bytes[at] = filter;
  return bytes;
};

test.each([
  ["words", new TextEncoder().encode("<svg onload='alert(1)'/>"), "PNG or JPEG"],
  ["more than 256 KB", new Uint8Array(256 * 1024 + 1), "256 KB"],
  ["a huge image in a small file", png({ width: 60_000, height: 60_000, lines: new Uint8Array(9) }), "2000 by 2000"],
  [
    "a file that unpacks to more than it says",
    png({ width: 40, height: 20, lines: new Uint8Array(90_000_000) }),
    "damaged",
  ],
  ["too few pixels", png({ width: 40, height: 20, lines: lines(0, 99) }), "damaged"],
  ["an unknown filter", png({ width: 40, height: 20, lines: lines(9) }), "damaged"],
  ["an interlaced image", png({ width: 40, height: 20, interlaced: true }), "without interlacing"],
])("%s is rejected, and the logo stays", async (_, bytes, sentence) => {
  const { ctx } = await givenCompany();
  const version = await saveLogo(ctx, image(SMALL));
  await expect(saveLogo(ctx, image(bytes))).rejects.toMatchObject({
    errors: { image: expect.stringContaining(sentence) },
  });
  expect(await getLogoVersion(ctx)).toBe(version);
});

test("who reads statements sees the logo, and only who may change the company changes it", async () => {
  const { ctx } = await givenCompany();
  const version = await saveLogo(ctx, image(SMALL));
  const { ctx: billing } = await givenMember(ctx, "billing");
  const { ctx: viewer } = await givenMember(ctx, "viewer");
  expect((await getLogo(billing, { version })).mediaType).toBe("image/png");
  await expect(getLogo(viewer, { version })).rejects.toMatchObject({ code: "forbidden" });
  await expect(saveLogo(billing, image(SMALL))).rejects.toMatchObject({ code: "forbidden" });
  await expect(removeLogo(billing)).rejects.toMatchObject({ code: "forbidden" });
  const { ctx: other } = await givenCompany();
  await expect(getLogo(other, { version })).rejects.toMatchObject({ code: "not_found" });
});
