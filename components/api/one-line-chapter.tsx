import { CodeBlock } from "@/components/ui/code-block";
import type { OpenApi } from "@/lib/platform/contract/open-api";
import { Chapter } from "./chapter";
import { Paragraphs } from "./prose";

const PATH = "/secure/{secure_token}/calls/{uuid}";

const BEFORE = [
  "A buyer's system needs two things: the company's secure token (40 letters and digits, from whoever manages the company's keys) and the UUID that came with the call. In the demo, `npm start` prints both; they are also in `demo.json`.",
];
const AFTER = [
  "The answer is 200 with `changed: true`, or `changed: false` if the call was already converted: sending it twice is safe. The next rollup charges the buyer. To reverse it, send `buyer_converted=false`: a credit offsets the charge.",
  "`offer_converted` does the same for the traffic source, alone or in the same request. The rest of this reference is for when you need more.",
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
