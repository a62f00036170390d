import { CodeBlock } from "@/components/ui/code-block";
import { Chapter } from "./chapter";
import { Paragraphs } from "./prose";

const KEY = [
  "An API key is for your company's own systems. It has an ID and a secret. Send both as Basic credentials, or the secret alone as a Bearer token.",
];
const TOKEN = [
  "A secure token is for buyers' systems. It opens the routes below `/api/v1/secure/` and nothing else: a buyer can report a conversion, and sees neither the payout nor the traffic source. Send it in the path, or better in the `Authorization` header.",
];
const ACCESS = [
  "Keys have permissions, as members do: for calls, for each of the fields `buyer_converted`, `offer_converted`, `revenue`, `payout` and tokens, for billing and for rollups; each is none, read or update. Fields that a key can't read are absent from every answer. Actions it can't take are refused with 403, which names the permission.",
  "Anything that belongs to another company is answered with 404. The console uses these same routes with a session cookie; writes with a cookie are accepted only from Callmark's own pages.",
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
