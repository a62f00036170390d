import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { SignInForm } from "@/components/access/sign-in-form";
import { Mark } from "@/components/shell/mark";
import { safeReturnPath } from "@/components/shell/safe-return-path";
import { isSetUp } from "@/lib/access/is-set-up";
import { env } from "@/lib/platform/config/env";

export const metadata: Metadata = { title: "Sign in" };

type SignInPageProps = { searchParams: Promise<{ callbackUrl?: string | string[] }> };

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const { callbackUrl } = await searchParams;
  if (!(await isSetUp())) redirect("/setup");
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-88 flex-col px-4 pt-[16dvh] pb-12">
      <Mark className="size-9" />
      <h1 className="mt-5 mb-6 font-semibold text-20">Sign in to Callmark</h1>
      <SignInForm returnTo={safeReturnPath(callbackUrl)} mailsLinks={env().SMTP_URL !== undefined} />
    </main>
  );
}
