/**
 * `!important` inside a shadow root wins over `!important` of the page, whatever its selectors
 * (CSS Cascade, important declarations of inner contexts), so `* { all: unset !important }` changes nothing.
 * The first rule is changed while the card is moved; those after it are how a card of an earlier script is known.
 */
export const HOST_STYLE = `:host{all:initial!important;display:block!important;position:fixed!important;
inset:auto!important;margin:0!important;border:0!important;padding:0!important;background:none!important;
overflow:visible!important;z-index:2147483647!important;width:max-content!important;height:max-content!important;
max-width:calc(100vw - 16px)!important;max-height:none!important;opacity:1!important;visibility:visible!important;
pointer-events:auto!important}
:host::backdrop{display:none!important}
@media print{:host{display:none!important}}`
