/** What the reference tells of a route beside its declaration. */
export type RouteGuide = {
  readonly section: Section;
  /** Whole sentences, a paragraph each. */
  readonly about: readonly string[];
  /** What the example sends: a query string, or an object as JSON. */
  readonly send?: string | object;
  /** What the example is answered, unless that is a file. */
  readonly answer?: object | string;
};

export const SECTIONS = {
  Conversions: "Mark a call as converted, take it back, state what it is worth.",
  Calls: "Take calls in from where they come from, and read them.",
  Sources: "Where calls come from by themselves: phone systems and voice agents.",
  Inbox: "What waits for a person, and settling it.",
  Settings: "How calls of a buyer or an offer convert by themselves, and at what price.",
  Billing: "What conversions did to the money.",
  Parties: "Who receives calls, and who sends them.",
  Reference: "What you are reading.",
};
type Section = keyof typeof SECTIONS;
