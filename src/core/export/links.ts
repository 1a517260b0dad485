/** The address that a link may carry into a file; null for anything but the web and mail. */
export function safeLink(url: string): string | null {
  const parsed = URL.parse(url.trim());
  return parsed !== null && /^(https?|mailto):$/.test(parsed.protocol) ? url.trim() : null;
}
