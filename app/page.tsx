import { redirect } from "next/navigation";
import { HOME_PATH } from "@/components/shell/home-path";

export default function HomePage() {
  redirect(HOME_PATH);
}
