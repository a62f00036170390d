import { CodeBlock } from "@/components/ui/code-block";
import { Chapter } from "./chapter";
import { Paragraphs } from "./prose";

const KEY = [
  "Use an API key in your company's own systems. A key has an ID and a secret. Send both with Basic authentication, or only the secret as a Bearer token.",
];
const TOKEN = [
  "Give buyers a secure token for their systems. It works only for routes below `/api/v1/secure/`: a buyer can report conversions, but can't see the payout or the traffic source. A token of one buyer reaches only that buyer's calls, and only the buyer side of them. Send the token in the `Authorization` header if you can, or in the URL.",
];
const ACCESS = [
  "API keys have the same kinds of permissions as members: none, read, or update for calls, for individual fields such as `revenue` and `payout`, for settings, for billing, and for rollups. Fields that a key can't read are omitted from responses. Actions that it can't take return 403 with the missing permission. A key can also be read-only, reach only the calls of some buyers, or work only from some addresses.",
  "Data of other companies returns 404, as if it didn't exist. The Callmark console uses these routes with a session cookie; writes with that cookie are accepted only from Callmark's own pages.",
];

export function AuthenticationChapter({ onHost }: { onHost: (sample: string) => string }) {
  const calls = onHost("https://your-domain.com/api/v1/calls?per_page=1");
  const secure = onHost("https://your-domain.com/api/v1/secure/calls/CALL_UUID?buyer_converted=true");
  return (
    <Chapter id="authentication" title="Authentication">
      <Paragraphs texts={KEY} />
      <div className="grid max-w-3xl gap-3">
        <CodeBlock title="API key as Basic" code={`curl "${calls}" \\\n  -u "API_KEY_ID:API_KEY_SECRET"`} copies />
        <CodeBlock
          title="API key as Bearer"
          code={`curl "${calls}" \\\n  -H "Authorization: Bearer API_KEY_SECRET"`}
          copies
        />
      </div>
      <Paragraphs texts={TOKEN} />
      <div className="max-w-3xl">
        <CodeBlock
          title="Secure token in a header"
          code={`curl -X PUT "${secure}" \\\n  -H "Authorization: Bearer SECURE_TOKEN"`}
          copies
        />
      </div>
      <Paragraphs texts={ACCESS} />
    </Chapter>
  );
}
