import { codeOnly } from "./source.mjs";

/** What would make a decision depend on more than its arguments. */
const IMPURE = [
  [/\basync\b|\bawait\b|\bPromise\b/, "is asynchronous"],
  [/\bDate\.now\b|\bnew Date\(\s*\)|\bDate\(\s*\)|\bperformance\.now\b/, "reads the clock"],
  [/\bprocess\.|\bglobalThis\b/, "reads its surroundings"],
  [/\bMath\.random\b|\brandomUUID\b|\bgetRandomValues\b/, "throws dice"],
  [/\bfetch\s*\(|\bset(?:Timeout|Interval|Immediate)\s*\(|\bconsole\./, "acts on the outside"],
];

/** Why a file is not pure; empty if it is. */
export function findImpurities(text) {
  const code = codeOnly(text);
  return IMPURE.filter(([pattern]) => pattern.test(code)).map(([, reason]) => reason);
}
