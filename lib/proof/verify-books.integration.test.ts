import { existsSync, statSync } from "node:fs";
import { appendFile, readFile, truncate, writeFile } from "node:fs/promises";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { updateCall } from "@/lib/conversion/update-call";
import { rollUp } from "@/lib/ledger/roll-up";
import { asOwner } from "@/lib/testing/as-owner";
import { givenMember } from "@/lib/testing/factories/given-member";
import { type GivenBooks, givenBooks } from "@/lib/testing/proof/given-books";
import { dumpBooks, recomputeChain, restoreBooks, tamper } from "@/lib/testing/proof/tamper";
import { exportHeads } from "./export-heads";
import { headFile } from "./head-files";
import { proveBooks, verifyBooks } from "./verify-books";

let books: GivenBooks;
let company: number;
let callId: number;
let exported: string;
beforeAll(async () => {
  books = await givenBooks();
  company = books.ctx.company.id;
  callId = books.callIds[0] ?? 0;
  await exportHeads(books.ctx.company.id);
  exported = await readFile(headFile(books.ctx.company.id), "utf8");
  await dumpBooks(company);
});
afterEach(async () => {
  await restoreBooks(company);
  await writeFile(headFile(books.ctx.company.id), exported);
});
const difference = () => verifyBooks(books.ctx);

test("untouched books hold, with closings, statements, documents, corrections and pending changes", async () => {
  const progress: number[] = [];
  const proven = await proveBooks(books.ctx, (done) => progress.push(done));
  expect(proven).toEqual({ difference: null, entries: 12, links: 8, linksNotExported: 0 });
  expect(progress.at(-1)).toBe(1);
  await rollUp(books.ctx);
  expect(await difference()).toBeNull();
});

test("a link that is missing from the export is reported", async () => {
  const lines = exported.trimEnd().split("\n");
  await writeFile(
    headFile(books.ctx.company.id),
    lines
      .filter((_, place) => place !== 1)
      .map((line) => `${line}\n`)
      .join(""),
  );
  expect(await difference()).toBe("link 2 is missing from the export, but later links are there");
});

test("proving the books needs billing: read", async () => {
  const operator = await givenMember(books.ctx, "operator");
  await expect(verifyBooks(operator.ctx)).rejects.toThrow("billing: read");
});

describe("with triggers and row-level security bypassed", () => {
  const own = () => `company_id = ${company}`;

  test("an edited entry is found by its change", async () => {
    await tamper(`update entry set amount_minor = 900 where ${own()} and number = ${callId} and kind = 'charge'`);
    expect(await difference()).toBe(`the charge of call ${callId}, change 1 has the amount 9.00, expected 10.00`);
  });

  test("an entry moved to another account is found", async () => {
    const other = `(select id from account where ${own()} and buyer_id = ${books.ctx.otherBuyer.id})`;
    await tamper(
      `update entry set debit_account_id = ${other}, party_account_id = ${other} where ${own()} and number = ${callId} and kind = 'charge'`,
    );
    expect(await difference()).toMatch(/has the debited account Cedar Roofs \(buyer \d+\), expected Birch Roofing/);
  });

  test("a deleted entry is found", async () => {
    await tamper(`delete from entry where ${own()} and number = ${books.callIds[1]} and kind = 'credit'`);
    expect(await difference()).toBe(
      `the credit of call ${books.callIds[1]}, change 2 is missing from the entries, but is in the change log`,
    );
  });

  test("an inserted entry is found", async () => {
    await tamper(
      `insert into entry select company_id, number, rollup_number, debit_account_id, credit_account_id, amount_minor, 7,
         null, booked_on, service_date, source, kind, null, party_account_id
       from entry where ${own()} and number = ${callId} and kind = 'charge'`,
    );
    expect(await difference()).toBe(
      `the charge of call ${callId}, change 7 is among the entries, but doesn’t follow from the change log`,
    );
  });

  test("entries moved to other links are found by the seals", async () => {
    await tamper(
      `update entry set rollup_number = 3 - rollup_number where ${own()} and source = 'call' and kind = 'payout' and rollup_number in (1, 2)`,
    );
    expect(await difference()).toMatch(/^link 1 (sealed|has other entries)/);
  });

  test("a backdated entry is found, and so is one booked after its month was closed", async () => {
    await tamper(
      `update entry set booked_on = '2026-10-31' where ${own()} and number = ${books.callIds[3]} and kind = 'charge'`,
    );
    expect(await difference()).toMatch(/has the booking day 2026-10-31, expected 2026-11-01/);
  });

  test("a charge or offset with another service day is found", async () => {
    const of = (kind: string) => `${own()} and number = ${books.callIds[1]} and kind = '${kind}'`;
    await tamper(`update entry set service_date = '2026-10-01' where ${of("credit")}`);
    expect(await difference()).toMatch(/^the credit .* has the service day 2026-10-01, expected 2026-10-12$/);
    await tamper(`update entry set service_date = '2026-10-01' where ${of("charge")}`);
    expect(await difference()).toMatch(/^the charge .* has the service day 2026-10-01, expected 2026-10-12$/);
  });

  test("a posted or pending amount moved to another day is found", async () => {
    const waiting = `${own()} and call_id = ${books.callIds[2]}`;
    await tamper(`update billing_queue set service_date = '2026-10-01' where ${waiting}`);
    expect(await difference()).toMatch(/^change \d+ of call \d+ is pending with another day than in the change log$/);
    await tamper(`update billing_queue set service_date = '2026-10-19' where ${waiting}`);
    expect(await difference()).toBeNull();
    await tamper(
      `insert into billing_move select company_id, call_id, 1, 1, '2026-10-01' from billing_queue where ${waiting}`,
    );
    expect(await difference()).toMatch(/^the charge .* has the service day 2026-10-19, expected 2026-10-01$/);
  });

  test("a backdated link is found by the export", async () => {
    await tamper(`update rollup set posted_at = posted_at - interval '1 day' where ${own()} and number = 2`);
    expect(await difference()).toMatch(/^link 2, exported as posted at .*, has another time in the ledger$/);
  });

  test("entries given to another company are found in both", async () => {
    const other = await givenBooks();
    await tamper(
      `update entry set company_id = ${other.ctx.company.id} where ${own()} and number = ${callId} and kind = 'charge'`,
    );
    expect(await difference()).toMatch(/^the charge of call \d+, change 1 is missing from the entries/);
    expect(await verifyBooks(other.ctx)).toMatch(/doesn’t follow from the change log$/);
  });

  test("swapped ledgers of two companies are found by the export", async () => {
    const other = await givenBooks();
    await exportHeads(other.ctx.company.id);
    const [mine, theirs] = [headFile(books.ctx.company.id), headFile(other.ctx.company.id)];
    const file = await readFile(mine, "utf8");
    await writeFile(mine, await readFile(theirs, "utf8"));
    await writeFile(theirs, file);
    expect(await difference()).toMatch(/belongs to another company$/);
  });

  test("an edited change is found, whether or not its entry matches", async () => {
    await tamper(
      `update call_change set charge_minor = 900 where ${own()} and call_id = ${callId}`,
      `update entry set amount_minor = 900 where ${own()} and number = ${callId} and kind = 'charge'`,
      `update balance set debit_minor = debit_minor where ${own()}`,
    );
    expect(await difference()).not.toBeNull();
    await tamper(`update entry set amount_minor = 1000 where ${own()} and number = ${callId} and kind = 'charge'`);
    expect(await difference()).toMatch(/has the amount 10.00, expected 9.00/);
    await tamper(
      `update call_change set charge_minor = 1000, buyer_converted_to = false where ${own()} and call_id = ${callId}`,
    );
    expect(await difference()).toBe(
      `change 1 of call ${callId} bills the buyer another amount than its buyer side has`,
    );
  });

  test("an edited call or a change removed from the queue is found", async () => {
    await tamper(`update call set revenue_minor = 1 where ${own()} and id = ${callId}`);
    expect(await difference()).toBe(`change 1 of call ${callId} doesn’t lead to the current call`);
    await tamper(`update call set revenue_minor = 1000 where ${own()} and id = ${callId}`);
    await tamper(`delete from billing_queue where ${own()}`);
    expect(await difference()).toMatch(/change 2 is missing from the entries, but is in the change log$/);
  });

  test("an edited balance is found", async () => {
    await tamper(
      `update balance set debit_minor = debit_minor + 1 where ${own()} and kind = 'charge' and booked_on = '2026-10-05'
         and account_id = (select id from account where ${own()} and kind = 'revenue')`,
    );
    expect(await difference()).toBe("the balance of revenue on 2026-10-05, charge, is not what its entries add up to");
  });

  test("an edited or removed document is found", async () => {
    await tamper(`update document set amount_minor = 700 where ${own()} and number = 1`);
    expect(await difference()).toBe("the payment of document 1, revision 1 has the amount 8.00, expected 7.00");
    await tamper(`delete from document where ${own()} and number = 1`);
    expect(await difference()).toBe(
      "the payment of document 1, revision 1 is among the entries, but doesn’t follow from the document",
    );
  });

  test("an allocation beyond the amount of its payment is found", async () => {
    await tamper(`update allocation set amount_minor = amount_minor + 100 where ${own()} and number = 1 and place = 1`);
    expect(await difference()).toMatch(/^document 1 is allocated beyond its amount/);
  });

  test("an edited or removed statement is found", async () => {
    await tamper(`update statement set closing_minor = closing_minor - 1 where ${own()} and number = 1`);
    expect(await difference()).toBe("statement 1 differs from when it was issued");
    await tamper(`delete from statement where ${own()} and number = 1`, `delete from allocation where ${own()}`);
    expect(await difference()).toBe("statement 1 is missing");
  });

  test("a removed closing is found", async () => {
    await tamper(`delete from period where ${own()}`);
    expect(await difference()).toBe("link 3 closed 2026-10, but the list of closed months has no month");
  });

  test("a reopened month is found", async () => {
    await tamper(`update ledger_head set closed_through = null where ${own()}`);
    expect(await difference()).toBe("months are closed through no month, but the chain last closed 2026-10");
  });

  test("a link removed from the middle is found", async () => {
    await tamper(`delete from rollup where ${own()} and number = 2`);
    expect(await difference()).not.toBeNull();
  });
});

describe("beside the entries", () => {
  const own = () => `company_id = ${company}`;

  test("a changed, removed or added allocation is found", async () => {
    await tamper(`update allocation set amount_minor = amount_minor - 100 where ${own()} and number = 1 and place = 1`);
    expect(await difference()).toBe("settlement 1 of document 1 differs from when it was made");
    await tamper(`delete from allocation where ${own()} and number = 1`);
    expect(await difference()).toBe("settlement 1 of document 1 is missing");
    await restoreBooks(company);
    await tamper(
      `insert into allocation select company_id, number, 2, statement_number, -100, created_at, actor_type, actor_id
       from allocation where ${own()} and number = 1 and place = 1`,
    );
    expect(await difference()).toBe("settlement 2 of document 1 was added outside Callmark");
  });

  test("an account with another owner or kind is found before everything that follows from it", async () => {
    const [mine, other] = [books.ctx.buyer.id, books.ctx.otherBuyer.id];
    const give = (from: number, to: number) =>
      `update account set buyer_id = ${to} where ${own()} and buyer_id = ${from}`;
    await tamper(give(mine, 0), give(other, mine), give(0, other));
    expect(await difference()).toMatch(
      /^account \d+, .* \(buyer \d+\), has another kind or party than when it was opened$/,
    );
    await restoreBooks(company);
    await tamper(
      `delete from account where ${own()} and kind = 'bad_debt'`,
      `update account set kind = 'bad_debt' where ${own()} and kind = 'revenue'`,
    );
    expect(await difference()).toMatch(/^account \d+, bad debt, has another kind/);
  });

  test("a changed currency or zone of the books is found; the API's own change is recorded instead", async () => {
    const put = (currency: string, zone: string) =>
      tamper(`update company set currency = '${currency}', time_zone = '${zone}' where id = ${company}`);
    const { currency, timeZone } = books.ctx.company;
    try {
      await put("JPY", timeZone);
      expect(await difference()).toBe(
        `the company has the currency and time zone JPY and ${timeZone}, but its ledger is in ${currency} and ${timeZone}`,
      );
      await put(currency, "Asia/Tokyo");
      expect(await difference()).toMatch(/time zone USD and Asia\/Tokyo, but its ledger is in/);
      await put(currency, timeZone);
      await asOwner(company, "select move_company($1, 'America/Los_Angeles')", [company]);
      expect(await difference()).toBeNull();
    } finally {
      await put(currency, timeZone);
    }
  });

  test("a changed author or time of a change, or call details that statements print, are found", async () => {
    const wrong =
      "a change billed by link 1 has another author, time, mechanism, caller or call than when it was billed";
    const change = `${own()} and call_id = ${callId} and version = 1`;
    for (const what of ["actor_id = 4242", "changed_at = changed_at - interval '1 minute'", "caller_masked = '…9'"]) {
      await tamper(`update call_change set ${what} where ${change}`);
      expect(await difference()).toBe(wrong);
      await restoreBooks(company);
    }
    await tamper(`update call set uuid = gen_random_uuid() where ${own()} and id = ${callId}`);
    expect(await difference()).toBe(wrong);
  });

  test("a change to frozen, agreed or recorded facts is found", async () => {
    await tamper(`update period set preview = preview || '{"kinds": []}' where ${own()}`);
    expect(await difference()).toBe("the closing record of 2026-10 differs from when the month was closed");
    await restoreBooks(company);
    await tamper(`update billing_profile set profile = profile || '{"net_days": 90}' where ${own()}`);
    expect(await difference()).toBe(
      `version 1 of the terms of Birch Roofing (buyer ${books.ctx.buyer.id}) differs from when it was saved`,
    );
    await restoreBooks(company);
    await tamper(`update document set created_at = created_at - interval '1 day' where ${own()} and number = 1`);
    expect(await difference()).toBe(
      "document 1, revision 1, has another author, time or statement than when it was recorded",
    );
  });

  test("a changed sealed record is found by the seal, and then by the export", async () => {
    await tamper(
      `update allocation set amount_minor = 700 where ${own()} and number = 1`,
      `update ledger_fact set content = replace(content, '|800|', '|700|') where ${own()} and kind = 'allocation' and number = 1`,
    );
    expect(await difference()).toMatch(/^link \d+ sealed other settlements, terms, accounts or documents/);
    await recomputeChain(company);
    expect(await difference()).toMatch(/^link \d+, exported .*, has another seal in the chain: history was rewritten$/);
  });
});

describe("what only the export can reveal:", () => {
  test("a cleanly cut off end of the chain", async () => {
    const { ctx } = books;
    await rollUp(ctx);
    await exportHeads(ctx.company.id);
    await restoreBooks(company);
    const fault = await difference();
    expect(fault).toMatch(
      /^link 9, exported .*, isn’t in the chain: the chain was cut off or restored from an old copy$/,
    );
    await updateCall(ctx, { id: callId }, { revenue: "66.00" });
    await rollUp(ctx);
    expect(await difference()).toMatch(/^link 9, exported .*, (has another seal|has another time)/);
  });

  test("an edit of change, call, entry and balance with all seals recomputed", async () => {
    const own = `company_id = ${company}`;
    await tamper(
      `update call set revenue_minor = 900 where ${own} and id = ${callId}`,
      `update call_change set charge_minor = 900, revenue_to_minor = 900 where ${own} and call_id = ${callId}`,
      `update entry set amount_minor = 900 where ${own} and number = ${callId} and kind = 'charge'`,
      `update balance set debit_minor = debit_minor - 100 where ${own} and kind = 'charge' and booked_on = '2026-10-05' and debit_minor > 0`,
      `update balance set credit_minor = credit_minor - 100 where ${own} and kind = 'charge' and booked_on = '2026-10-05' and credit_minor > 0`,
    );
    await recomputeChain(company);
    expect(await difference()).toMatch(/^link 1, exported .*, has another seal in the chain: history was rewritten$/);
    await writeFile(headFile(books.ctx.company.id), "");
    expect(await difference()).toBeNull();
  });
});

describe("the file outside the database", () => {
  test("has every link once, in order, readable by its owner only, and gaps are filled", async () => {
    const file = headFile(books.ctx.company.id);
    const lines = async () =>
      (await readFile(file, "utf8"))
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line).number);
    expect(await lines()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    await rollUp(books.ctx);
    expect(await proveBooks(books.ctx)).toMatchObject({ difference: null, linksNotExported: 1 });
    await truncate(file, statSync(file).size - 20);
    await Promise.all([1, 2, 3].map(() => exportHeads(books.ctx.company.id)));
    expect(await lines()).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(await difference()).toBeNull();
    await appendFile(file, "scribble\n");
    expect(await difference()).toMatch(/can’t be read$/);
  });

  test("is created if it does not exist", async () => {
    const other = await givenBooks();
    expect(existsSync(headFile(other.ctx.company.id))).toBe(false);
    expect(await verifyBooks(other.ctx)).toBeNull();
    expect(await exportHeads(other.ctx.company.id)).toBe(8);
  });
});
