import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { offerCard } from '../../src/page/card-slot.ts'
import { createCard } from './create-card.tsx'

/** The card's script: put beside the content script where a page has marks (src/page/card-slot.ts). */
export default defineUnlistedScript(() => offerCard(createCard))
