import { LANGUAGE_NAMES } from './languages.ts'

interface IndexProps {
  readonly names: readonly string[]
  readonly options: URLSearchParams
}

const SWITCHES: Readonly<Record<string, readonly string[]>> = {
  theme: ['', 'light', 'dark'],
  language: LANGUAGE_NAMES,
  text: ['100', '200'],
}

/** All exhibits, each in a frame of its own, with switches for theme, language and size of text. */
export function Index({ names, options }: IndexProps) {
  return (
    <main class="index">
      <form class="switches">
        {Object.entries(SWITCHES).map(([name, values]) => (
          <label key={name}>
            {name}{' '}
            <select name={name} onChange={(event) => event.currentTarget.form?.submit()}>
              {values.map((value) => (
                <option key={value} value={value} selected={value === (options.get(name) ?? '')}>
                  {value || 'as the system'}
                </option>
              ))}
            </select>
          </label>
        ))}
      </form>
      <div class="frames">
        {names.map((name) => (
          <Frame key={name} name={name} options={options} />
        ))}
      </div>
    </main>
  )
}

const WIDE = /wide|welcome|options/

function Frame({ name, options }: { readonly name: string; readonly options: URLSearchParams }) {
  const address = `?${new URLSearchParams([...options, ['exhibit', name]])}`
  return (
    <figure class={WIDE.test(name) ? 'frame frame-wide' : 'frame'}>
      <figcaption>
        <a href={address}>{name}</a>
      </figcaption>
      <iframe src={address} title={name} loading="lazy" />
    </figure>
  )
}
