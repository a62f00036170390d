import type { Segment } from "@/lib/call/domain/evaluation-facts";
import type { Random } from "../../../lib/base/random";

/** The outcome of a talk, as its voice agent heard it. */
export type TalkOutcome = "booked" | "declined" | "undecided";

type Line = readonly [speaker: "agent" | "customer", text: string];
type Lines = readonly [Line[], ...Line[][]];

const OPENINGS: Lines = [
  [
    ["agent", "Thanks for calling. What can we do for your house?"],
    ["customer", "I saw your offer and wanted to hear what it costs."],
  ],
  [
    ["agent", "Good day, you have reached the appointment desk."],
    ["customer", "Hello, a neighbour told me about you."],
  ],
];
const MIDDLES: Lines = [
  [
    ["agent", "May I ask whether the house is yours?"],
    ["customer", "It is, we bought it some years ago."],
    ["agent", "Then I could send somebody next week. Shall I book it?"],
  ],
  [
    ["agent", "Somebody would have to look at it first. That takes half an hour and costs nothing."],
    ["customer", "And who would that be?"],
    ["agent", "One of our fitters. I can book it for you right away."],
  ],
];
const ENDINGS: Record<TalkOutcome, Lines> = {
  booked: [
    [["customer", "Yes, book it for Tuesday morning."]],
    [["customer", "That suits me. Please book it."]],
    [
      ["customer", "All right, then book"],
      ["customer", "it for Friday, after four."],
    ],
    [["customer", "Come by on Thursday, I am at home all day."]],
  ],
  declined: [
    [["customer", "No, don't book it yet. I have to ask my wife."]],
    [["customer", "Please do not book it, that is too much for us."]],
  ],
  undecided: [
    [["customer", "Let me think it over, I will call again."]],
    [["customer", "Hm. Send me that in writing."]],
  ],
};

/** The transcript of a call that was connected for this many seconds; a short one has no outcome. */
export function planTalk(random: Random, outcome: TalkOutcome | null, connectedSeconds: number): Segment[] {
  const opening = random.pick(OPENINGS);
  const lines = outcome === null ? opening : [...opening, ...random.pick(MIDDLES), ...random.pick(ENDINGS[outcome])];
  const pace = connectedSeconds / (lines.length + 1);
  return lines.map(([speaker, text], position) => ({ speaker, text, atSeconds: Math.round(pace * (position + 0.5)) }));
}
