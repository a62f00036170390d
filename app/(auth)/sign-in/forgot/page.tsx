import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ForgotForm } from "@/components/access/forgot-form";
import { Mark } from "@/components/shell/mark";
import { TextLink } from "@/components/ui/text-link";
import { env } from "@/lib/platform/config/env";

export const metadata: Metadata = { title: "Forgot your password" };
/** Whether mail is sent is known when the server runs, not when it is built. */
export const dynamic = "force-dynamic";

export default function ForgotPage() {
  if (env().SMTP_URL === undefined) redirect("/sign-in");
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-88 flex-col px-4 pt-[16dvh] pb-12">
      <Mark className="size-9" />
      <h1 className="mt-5 mb-2 font-semibold text-20">Forgot your password?</h1>
      <p className="mb-6 text-13 text-ink-muted">
        We’ll email you a link to set a new one. It works once, for 24 hours.
      </p>
      <ForgotForm />
      <p className="mt-4 text-12">
        <TextLink href="/sign-in">Go to sign in</TextLink>
      </p>
    </main>
  );
}
