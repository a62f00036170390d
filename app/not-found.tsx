import type { Metadata } from "next";
import { Notice } from "@/components/shell/notice";
import { buttonClass } from "@/components/ui/button-class";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <Notice
      title="Page not found"
      actions={
        <a href="/calls" className={buttonClass({ variant: "primary" })}>
          Go to calls
        </a>
      }
    >
      <p>Check the address, or find the call in the list.</p>
    </Notice>
  );
}
