import type { StatementLine } from "../contract/statement";
import type { FrozenStatement } from "../contract/statement-record";
import type { PrintedStatement } from "../printed-statement";
import { type Column, Sheet } from "./sheet";
import { amountWord, apartWords, kindsWord, kindWord } from "./words";

const LEFT = 48;
const WIDE: Column = { x: LEFT, width: 300 };
const HALF: Column = { x: 320, width: 227 };
const AMOUNT: Column = { x: 447, width: 100, align: "right" };
const COUNT: Column = { x: 380, width: 60, align: "right" };

const DAY: Column = { x: LEFT, width: 56 };
const CALL: Column = { x: 106, width: 160 };
const CALLER: Column = { x: 270, width: 46 };
const OFFER: Column = { x: 320, width: 92 };
const KIND: Column = { x: 416, width: 66 };
const LINE_AMOUNT: Column = { x: 486, width: 61, align: "right" };
const REASON: Column = { x: 106, width: 380 };

/**
 * Layout 1 never changes, so its statements always print the same bytes; with a logo only where the statement has one. A
 * new design is a new layout.
 */
export function pdfOfStatement(statement: PrintedStatement): Promise<Uint8Array<ArrayBuffer>> {
  const { number, frozen, issuedAt, isInvoice } = statement;
  const title = isInvoice ? "Invoice" : "Payout statement";
  const sheet = new Sheet(`${title} ${number}`, frozen.company.legal_name, issuedAt);
  heading(sheet, title, statement);
  summary(sheet, statement);
  if (statement.lines === null) daysOf(sheet, statement);
  else linesOf(sheet, statement.lines);
  return sheet.finish(`${title} ${number}`);
}

function heading(sheet: Sheet, title: string, statement: PrintedStatement): void {
  const { number, frozen, logo, cycleStart, cycleEnd, dueOn } = statement;
  const from = sheet.top;
  sheet.title(`${title} ${number}`, 16, HALF);
  sheet.row([[`Issued ${frozen.issued_on}`, HALF]]);
  sheet.row([[`For ${cycleStart} to ${cycleEnd}`, HALF]]);
  sheet.row([[`Due ${dueOn}, ${frozen.terms.net_days} days net`, HALF]]);
  const below = sheet.top;
  sheet.moveTo(from);
  if (logo) sheet.logo(logo);
  details(sheet, frozen.company);
  sheet.moveTo(Math.max(sheet.top, below));
  sheet.skip();
  sheet.row([["For", WIDE]], "bold");
  details(sheet, frozen.party);
  sheet.skip();
}

function details(sheet: Sheet, { legal_name, address, tax_id, email }: FrozenStatement["company"]): void {
  sheet.row([[legal_name, { ...WIDE, width: 260 }]], "bold");
  for (const line of address) sheet.row([[line, { ...WIDE, width: 260 }]]);
  if (tax_id) sheet.row([[`Tax number ${tax_id}`, { ...WIDE, width: 260 }]]);
  if (email) sheet.row([[email, { ...WIDE, width: 260 }]]);
}

function summary(sheet: Sheet, statement: PrintedStatement): void {
  const { currency, previous, opening, billed, carried, closing, sums, taxes, dueOn } = statement;
  sheet.row(
    [
      ["Summary", WIDE],
      ["Entries", COUNT],
      [currency, AMOUNT],
    ],
    "bold",
  );
  sheet.rule();
  sheet.row([
    [previous ? `Opening balance, from ${previous}` : "Opening balance", WIDE],
    [amountWord(opening), AMOUNT],
  ]);
  for (const { kind, offer, entries, amount } of sums) {
    const what = offer ? `${kindsWord(kind)}, ${offer.name}` : kindsWord(kind);
    sheet.row([
      [what, WIDE],
      [String(entries), COUNT],
      [amountWord(amount), AMOUNT],
    ]);
  }
  for (const { name, percent, net, amount } of taxes) {
    sheet.row([
      [`${name}, ${percent} % of ${amountWord(net)}`, WIDE],
      [amountWord(amount), AMOUNT],
    ]);
  }
  sheet.rule();
  sheet.row([
    [`Billed by this statement, due on ${dueOn}`, WIDE],
    [amountWord(billed), AMOUNT],
  ]);
  sheet.row([
    ["Carried over from before: opening balance less what was paid", WIDE],
    [amountWord(carried), AMOUNT],
  ]);
  sheet.row(
    [
      ["Closing balance", WIDE],
      [amountWord(closing), AMOUNT],
    ],
    "bold",
  );
  sheet.skip();
  wanted(sheet, statement);
  sheet.skip();
}

function wanted(sheet: Sheet, { toPay, isOwed, carried, currency, dueOn, isInvoice }: PrintedStatement): void {
  const whole: Column = { x: LEFT, width: 499 };
  const before = "What is carried over is due as the statements before say.";
  if (toPay !== null) {
    const pays = isInvoice ? "To pay" : "To be paid";
    sheet.row([[`${pays} by ${dueOn}: ${currency} ${amountWord(toPay)}`, whole]], "bold");
    if (!carried.startsWith("-") && Number(carried) !== 0) sheet.row([[before, whole]]);
  } else if (isOwed) sheet.row([[`This statement adds nothing to pay. ${before}`, whole]]);
  else sheet.row([["Nothing to pay. The balance carries forward to the next statement.", whole]]);
}

function linesOf(sheet: Sheet, lines: readonly StatementLine[]): void {
  const apart = lines.filter((line) => line.apart !== null);
  const usual = lines.filter((line) => line.apart === null);
  if (apart.length > 0) section(sheet, "Corrections and late lines", apart);
  section(sheet, "Lines", usual);
}

function section(sheet: Sheet, title: string, lines: readonly StatementLine[]): void {
  const head = () => {
    sheet.row([[title, { x: LEFT, width: 300 }]], "bold");
    const names = ["Day", "Call", "Caller", "Offer", "Kind", "Amount"] as const;
    const columns = [DAY, CALL, CALLER, OFFER, KIND, LINE_AMOUNT] as const;
    sheet.row(columns.map((column, place) => [names[place] ?? "", column]));
    sheet.rule();
  };
  head();
  if (lines.length === 0) sheet.row([["None.", WIDE]]);
  for (const line of lines) {
    const cells = [
      [line.service_day, DAY],
      [line.call?.uuid ?? (line.document === null ? "" : `Document ${line.document}`), CALL],
      [line.caller ?? "", CALLER],
      [line.offer?.name ?? "", OFFER],
      [kindWord(line.kind), KIND],
      [amountWord(line.amount), LINE_AMOUNT],
    ] as const;
    sheet.row(cells, "regular", head);
    if (line.apart) sheet.row([[apartWords(line.apart), REASON]], "regular", head);
  }
  sheet.skip();
}

function daysOf(sheet: Sheet, { days }: PrintedStatement): void {
  const head = () => {
    sheet.row(
      [
        ["Days", DAY],
        ["Kind and offer", CALL],
        ["Entries", COUNT],
        ["Amount", AMOUNT],
      ],
      "bold",
    );
    sheet.rule();
  };
  sheet.row([["There are too many lines to print: the CSV of this statement has every one.", { x: LEFT, width: 499 }]]);
  head();
  for (const { day, kind, offer, entries, amount } of days) {
    const what = offer ? `${kindsWord(kind)}, ${offer.name}` : kindsWord(kind);
    const cells = [
      [day ?? "Late lines", DAY],
      [what, { x: 106, width: 260 }],
      [String(entries), COUNT],
      [amountWord(amount), AMOUNT],
    ] as const;
    sheet.row(cells, "regular", head);
  }
}
