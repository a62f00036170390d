import type { Metadata } from "next";
import { JoinForm } from "@/components/access/join-form";
import { Mark } from "@/components/shell/mark";
import { TextLink } from "@/components/ui/text-link";
import { openMemberLink } from "@/lib/access/member-links";
import { NotFound } from "@/lib/base/errors";

export const metadata: Metadata = { title: "Set your password", referrer: "no-referrer" };

export default async function Join({ params }: { params: Promise<{ key: string }> }) {
  const { key } = await params;
  const link = await openMemberLink(key).catch((reason: unknown) => {
    if (reason instanceof NotFound) return null;
    throw reason;
  });
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-88 flex-col px-4 pt-[16dvh] pb-12">
      <Mark className="size-9" />
      {link ? (
        <>
          <h1 className="mt-5 mb-2 font-semibold text-20">
            {link.kind === "invitation" ? `Join ${link.companyName}` : "Set a new password"}
          </h1>
          <p className="mb-6 text-13 text-ink-muted">
            {link.kind === "invitation"
              ? `${link.memberName}, choose the password that you will sign in with.`
              : `For ${link.memberName} at ${link.companyName}. All your sessions end.`}
          </p>
          <JoinForm linkKey={key} email={link.email} />
        </>
      ) : (
        <>
          <h1 className="mt-5 mb-2 font-semibold text-20">This link doesn’t work any more</h1>
          <p className="mb-6 text-13 text-ink-muted">
            It was used, it expired, or a newer one replaced it. Ask an owner or admin of your company for a new one.
          </p>
          <TextLink href="/sign-in">Go to sign in</TextLink>
        </>
      )}
    </main>
  );
}
