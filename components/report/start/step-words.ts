import type { Step } from "@/lib/report/domain/checklist";

export const STEP_WORDS = {
  offer: { title: "Add an offer", about: "What callers want, such as solar quotes. Each call belongs to one offer." },
  buyer: { title: "Add a buyer", about: "Who receives the calls and pays for those that convert." },
  traffic_source: { title: "Add a traffic source", about: "Who sends the calls and is paid for those that convert." },
  terms: {
    title: "Agree on a price and a payout",
    about: "What the buyer pays for a converted call, and what the offer pays the traffic source.",
  },
  integration: {
    title: "Connect your phone system",
    about: "Calls then arrive automatically. You can also record them with the API.",
  },
  secure_token: {
    title: "Create a secure token",
    about: "Buyers’ systems report conversions with it. You get a command to try it out.",
  },
  test_call: { title: "Send a test call", about: "A call from a fictitious number, to see how calls are billed." },
  conversion: { title: "Convert the call", about: "On its page, select Buyer Converted? and save." },
  rollup: {
    title: "Post the charge",
    about: "The next rollup posts what is pending to the ledger. It runs automatically, and you can run it now.",
  },
} as const satisfies Record<Step, { readonly title: string; readonly about: string }>;
