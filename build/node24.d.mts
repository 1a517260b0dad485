/** The project's folder. */
export const ROOT: string;
export function isNewEnough(version: string): boolean;
export function projectNode(platform?: NodeJS.Platform, arch?: string): string | null;
export function onNode24(): Promise<boolean>;
