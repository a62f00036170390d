import type { Metadata } from "next";
import { HOME_PATH } from "@/components/shell/home-path";
import { Notice } from "@/components/shell/notice";
import { buttonClass } from "@/components/ui/button-class";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <Notice
      title="Page not found"
      actions={
        <a href={HOME_PATH} className={buttonClass({ variant: "primary" })}>
          Go to calls
        </a>
      }
    >
      <p>Check the address, or find the call in the list.</p>
    </Notice>
  );
}
