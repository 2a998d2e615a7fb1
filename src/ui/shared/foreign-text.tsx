import { visibleText } from '../format/safe-text.ts'

/**
 * A text of a bundle or of a page, shown as text and nothing else. It is set apart in direction, so that
 * an Arabic name does not reorder the English sentence around it, or the reverse.
 */
export const ForeignText = ({ text }: { readonly text: string }) => <bdi>{visibleText(text)}</bdi>
