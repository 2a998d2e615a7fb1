import { describe, expect, test } from 'vitest'
import { mentionsIn } from './read.ts'

describe('offices in other languages, beside the name of their organisation', () => {
  test.each([
    ['a German genitive', 'de', 'Der Generalsekretär der ITU kam.', 'Generalsekretär der ITU'],
    ['French', 'fr', 'Le secrétaire général de l’ITU est venu.', 'secrétaire général de l’ITU'],
    ['French, a woman', 'fr', 'La secrétaire générale de l’ITU est venue.', 'secrétaire générale de l’ITU'],
    ['Spanish', 'es', 'El secretario general de la ITU llegó.', 'secretario general de la ITU'],
    ['Spanish, whoever leads it', 'es', 'La jefa de la ITU llegó.', 'jefa de la ITU'],
    ['Russian, in a case', 'ru', 'Встреча с генеральным секретарём ITU.', 'генеральным секретарём ITU'],
    ['Chinese', 'zh', 'ITU秘书长发言。', 'ITU秘书长'],
  ])('%s: %s', async (_, lang, text, surface) => {
    const context = 'International Telecommunication Union.'
    expect(await mentionsIn([context, text], { lang })).toContain(`${surface}=itu-secretary-general`)
  })

  test('in a German compound the organisation is the mention', async () => {
    expect(
      await mentionsIn(['International Telecommunication Union.', 'Der ITU-Generalsekretär kam.'], {
        lang: 'de',
      }),
    ).toEqual(['International Telecommunication Union=itu', 'ITU=itu'])
  })

  test.each([
    ['a German deputy', 'de', 'Der stellvertretende Generalsekretär der ITU kam.'],
    ['a French deputy', 'fr', 'Le secrétaire général adjoint de l’ITU est venu.'],
    ['a Spanish deputy', 'es', 'El secretario general adjunto de la ITU llegó.'],
    ['a Russian deputy', 'ru', 'Заместитель генерального секретаря ITU.'],
    ['a Chinese deputy', 'zh', 'ITU副秘书长发言。'],
    ['another body’s', 'fr', 'Le secrétaire général de la mairie et l’ITU.'],
  ])('%s is another: %s', async (_, lang, text) => {
    const found = await mentionsIn(['International Telecommunication Union.', text], { lang })
    expect(found.filter((mention) => mention.endsWith('secretary-general'))).toEqual([])
  })
})

describe('the language is that of the block', () => {
  const french =
    'L’ITU a tenu une réunion à Genève avec les ministres, et il a été question de la sécurité. Le secrétaire général de l’ITU est venu.'

  test.each([
    ['a page that declares none', {}],
    ['a page of another language', { lang: 'en' }],
    ['a page with a wrong tag', { lang: 'de-CH' }],
  ])('on %s', async (_, page) => {
    const found = await mentionsIn(['International Telecommunication Union.', french], page)
    expect(found).toContain('secrétaire général de l’ITU=itu-secretary-general')
  })

  test('one that tells nothing is of the language of the page', async () => {
    const texts = ['International Telecommunication Union.', 'Le chef de l’ITU.']
    expect(await mentionsIn(texts, { lang: 'fr' })).toContain('chef de l’ITU=itu-secretary-general')
    expect(await mentionsIn(texts, { lang: 'en' })).not.toContain('chef de l’ITU=itu-secretary-general')
  })
})

describe('Chinese generic forms', () => {
  const chinese = (...texts: string[]) => mentionsIn(texts, { lang: 'zh', date: '2020-02-27' })

  test('mention again the only body that was named', async () => {
    expect(await chinese('上海合作组织发表声明。', '该组织表示欢迎。')).toEqual([
      '上海合作组织=sco',
      '该组织=sco',
    ])
  })

  test('a title alone is that of the only body which has one', async () => {
    expect(await chinese('上海合作组织开会。秘书长表示欢迎。')).toEqual([
      '上海合作组织=sco',
      '秘书长=sco-secretary-general',
    ])
  })

  test.each([
    ['before anything was named', '该组织表示欢迎。'],
    ['of somebody else', '上海合作组织开会。校友会秘书长缺席。'],
    ['a deputy', '上海合作组织开会。副秘书长缺席。'],
    ['after a body that is not known', '上海合作组织开会。无国界医生组织也来了，该组织表示欢迎。'],
    ['any body', '上海合作组织开会。国际组织很多，各组织都来了。'],
    ['a word that ends in one of the signs', '上海合作组织开会。基本组织形式不变。'],
  ])('are silent %s: %s', async (_, text) => {
    expect((await chinese(text)).filter((mention) => !mention.startsWith('上海'))).toEqual([])
  })
})
