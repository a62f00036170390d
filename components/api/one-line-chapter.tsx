import { CodeBlock } from "@/components/ui/code-block";
import type { OpenApi } from "@/lib/platform/contract/open-api";
import { Chapter } from "./chapter";
import { Paragraphs } from "./prose";

const PATH = "/secure/{secure_token}/calls/{uuid}";

const BEFORE = [
  "A buyer's system needs two things: the company's secure token, 40 letters and digits, from whoever manages the company's keys; and the uuid of the call, which came with the call. In the demo both are printed by `npm start` and stand in `demo.json`.",
];
const AFTER = [
  "The answer is 200 with `changed: true`, and `changed: false` when the call stood so already, so that to send it twice does no harm. With the next rollup the buyer is charged. To take it back, send `buyer_converted=false`: the charge is offset by a credit.",
  "`offer_converted` says the same of the traffic source, by itself or in the same request. Everything else here is for when you need more.",
];

export function OneLineChapter({ reference, onHost }: { reference: OpenApi; onHost: (sample: string) => string }) {
  const line = reference.paths[PATH]?.put?.["x-codeSamples"][0]?.source ?? "";
  return (
    <Chapter id="convert" title="Convert a call in one line">
      <Paragraphs texts={BEFORE} />
      <div className="max-w-3xl">
        <CodeBlock title="Conversion with curl" code={onHost(line)} copies />
      </div>
      <Paragraphs texts={AFTER} />
    </Chapter>
  );
}
