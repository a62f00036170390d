import { file } from "@/lib/api/file-output";
import { KEY_OR_SESSION } from "@/lib/api/policies";
import { route } from "@/lib/api/route";
import { AccountAnswer, AccountEntryList, AccountEntryQuery, AccountExportQuery } from "@/lib/ledger/contract/account";
import { exportAccountEntries } from "@/lib/ledger/export-account-entries";
import { getAccount } from "@/lib/ledger/get-account";
import { listAccountEntries } from "@/lib/ledger/list-account-entries";
import { READS_MONEY } from "../_docs/money";
import type { PartyKind } from "./kinds";

const ABOUT = {
  buyer: "What the buyer owes now, and what the next rollup adds.",
  traffic_source: "What the traffic source has earned and was not paid, and what the next rollup adds.",
};

export function readAccount({ path, name, one, type, params, example, entry }: PartyKind) {
  return route({
    name: `get${name}Account`,
    policy: KEY_OR_SESSION,
    path: `${path}/{id}/account`,
    params,
    output: AccountAnswer,
    statuses: [200, 404],
    docs: {
      section: "Accounts",
      title: `Get the account of ${one}: balance and pending amount`,
      about: [ABOUT[type], READS_MONEY],
      example: {
        answer: {
          status: 200,
          account: {
            party: example,
            currency: "USD",
            balance: "1250.00",
            entries: 128,
            pending: { amount: "10.00", entries: 1, first: [{ kind: entry, call_id: 1042, amount: "10.00" }] },
            kinds: [{ kind: entry, entries: 128, amount: "1250.00" }],
            offers: [{ id: 3, name: "Solar quotes" }],
            next_rollup_at: "2026-11-23T10:44:00.000Z",
          },
        },
      },
    },
    handle: async ({ ctx, params }) => ({
      status: 200 as const,
      account: await getAccount(ctx, { type, id: params.id }),
    }),
  });
}

export function listEntries({ path, name, one, type, params, entry }: PartyKind) {
  return route({
    name: `list${name}Entries`,
    policy: KEY_OR_SESSION,
    path: `${path}/{id}/account/entries`,
    params,
    input: AccountEntryQuery,
    output: AccountEntryList,
    statuses: [200, 404],
    docs: {
      section: "Accounts",
      title: `List the entries of ${one}, newest first, with the running balance`,
      about: [
        "Newest first, by day of the books and then in the order of posting. All pages show the books as they were when the first was read: follow `next_cursor` until it is null. A page that is filtered by kind or offer may hold fewer than `per_page`. `balance` is there while nothing but the period is filtered.",
        READS_MONEY,
      ],
      example: {
        send: "month=2026-11&per_page=20",
        answer: {
          status: 200,
          currency: "USD",
          entries: [
            {
              id: `call-1042-1-${entry}`,
              kind: entry,
              amount: "10.00",
              balance: "1250.00",
              booked_on: "2026-11-23",
              service_date: "2026-11-23",
              correction: false,
              call: { id: 1042, uuid: "0b8e6a0e-2f2b-4c41-9b5f-0d0a6c1f7a11" },
              document_number: null,
              offer: { id: 3, name: "Solar quotes" },
              offsets_entry_id: null,
              statement_number: null,
              rollup_id: 12,
              posted_at: "2026-11-23T10:47:00.000Z",
            },
          ],
          metadata: { next_cursor: null },
        },
      },
    },
    handle: async ({ ctx, params, input }) => {
      const { entries, next_cursor } = await listAccountEntries(ctx, { type, id: params.id }, input);
      return { status: 200 as const, currency: ctx.company.currency, entries, metadata: { next_cursor } };
    },
  });
}

export function exportEntries({ path, name, one, type, params }: PartyKind) {
  return route({
    name: `export${name}Entries`,
    policy: KEY_OR_SESSION,
    path: `${path}/{id}/account/entries.csv`,
    params,
    input: AccountExportQuery,
    output: file("text/csv"),
    statuses: [200, 404],
    docs: {
      section: "Accounts",
      title: `Download the entries of ${one} as CSV`,
      about: [
        "The filters are those of the entries. The file is read as it is sent, so that its length does not matter. Texts that a spreadsheet would take for a formula have an apostrophe in front.",
        READS_MONEY,
      ],
      example: { send: "month=2026-11" },
    },
    handle: async ({ ctx, params, input }) => ({
      name: `${type.replace("_", "-")}-${params.id}-entries.csv`,
      body: await exportAccountEntries(ctx, { type, id: params.id }, input),
    }),
  });
}
