import { CodeBlock } from "@/components/ui/code-block";
import type { OpenApi } from "@/lib/platform/contract/open-api";
import { Chapter } from "./chapter";
import { Paragraphs } from "./prose";

const PATH = "/secure/{secure_token}/calls/{uuid}";

const BEFORE = [
  "You need two things: the company's secure token (40 letters and digits), from whoever manages the company's keys, and the UUID of the call, which the buyer receives with the call. In the demo, both are in `demo.json`, which `npm start` writes.",
];
const AFTER = [
  "The response is 200 with `changed: true`. If you send the request again, nothing changes and the response says `changed: false`. The next rollup charges the buyer. To reverse the conversion, send `buyer_converted=false`; the next rollup posts a credit that offsets the charge.",
  "To convert the traffic source's side, send `offer_converted=true`, in the same request or a separate one.",
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
