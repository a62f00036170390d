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
  buyer: "Returns what the buyer owes now and the pending entries that the next rollup will post.",
  traffic_source:
    "Returns what the traffic source has earned but not been paid, and the pending entries that the next rollup will post.",
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
      title: `Retrieve the account of ${one}`,
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
      title: `List account entries of ${one}`,
      about: [
        "Returns entries newest first, by booking day and then by posting order. All pages show the ledger as it was when you read the first page; follow `next_cursor` until it is null. Pages filtered by kind or offer can hold fewer than `per_page` entries. The running `balance` is null when you filter by anything other than the period.",
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
      title: `Export account entries of ${one} as CSV`,
      about: [
        "Accepts the same filters as the list of entries. The file is streamed, so its size is unlimited. Text that a spreadsheet could interpret as a formula starts with an apostrophe.",
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
