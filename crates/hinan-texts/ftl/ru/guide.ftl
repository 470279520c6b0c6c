### The guide: the page that residents hold. Orders first, short; silence is never a good sign.
### Перевод ещё не проверен носителем языка. Not yet reviewed by a native speaker.

## Frame
guide-name-ways = Пути
guide-name-notes = Заметки
guide-skip = Перейти к главному
guide-back = Назад
guide-tab-now = Сейчас
guide-tab-plans = Планы
guide-tab-cards = Где я
guide-tab-more = Ещё

## What is known, and since when. Silence is never a good sign.
guide-confirmed = Последнее подтверждение: { $time }
guide-looked = Тревоги проверены в { $time }
guide-no-contact = Нет связи с { $time }
guide-no-sender = Сюда не приходят тревоги
guide-no-sender-help = Здесь никто не присылает тревог на эту страницу. Слушайте сирены, радио и официальные каналы.
guide-silence = Тишина здесь ничего не значит. Слушайте сирены, радио и официальные каналы.
guide-until-word = Действуйте так до официального сообщения: радио, громкоговорители, официальные каналы.
guide-clock-behind = Часы этого устройства могут идти неверно: смотрите на время тревоги.
guide-data-of = Улицы и укрытия по данным на { $date }
guide-data-old = Этим данным больше 90 дней ({ $date }). Входы и пути могли измениться.
guide-data-undated = Неизвестно, насколько стары эти данные. Входы и пути могли измениться.

## The first screen
guide-what-happens = Что происходит?
guide-siren = Я слышу сирену
guide-shaking = Чувствую сильные толчки
guide-untold = Что-то не так, не могу понять что
guide-plan-for = План на случай: { $hazard }
guide-where-now = Где вы сейчас?
guide-all-plans = Все планы, карта
guide-drill-walk = Попробовать путь сейчас

## An alert, or what somebody told the page
guide-issued = объявлено в { $time }
guide-area = Где: { $place }
guide-message = В сообщении: { $words }
guide-sender = От: { $sender }
guide-told-siren = Вы услышали сирену в { $time }
guide-told-shaking = Вы почувствовали толчки в { $time }
guide-told-untold = В { $time } вы сказали, что что-то не так
guide-told-no-alert = Это с ваших слов, а не из подписанной тревоги.
guide-told-end = О конце объявлено официально
guide-told-mistake = Нажато по ошибке
guide-what-is-it = Если вы знаете, что это:
guide-after-shaking = Когда толчки прекратятся
guide-after-shaking-out = Выйдите по лестнице на открытое место, подальше от стен, стекла и проводов. У моря — поднимитесь выше.
guide-more-alerts = Другие сообщения
guide-unconfirmed = Неподтверждённое сообщение
guide-unconfirmed-do = Под этим слишком мало действительных подписей. Слушайте официальные сообщения.
guide-cancelled = Отменено
guide-why-here = Это касается места, где вы находитесь.
guide-why-at-start = Это касается вашего начала пути.
guide-why-at-poster = Это касается места последнего отсканированного плаката.
guide-why-at-remembered = Это касается сохранённого места: { $name }.
guide-why-where-are-you = Неизвестно, где вы: это может касаться вас.
guide-why-may-be-you = Его место нам неизвестно: это может касаться вас.
guide-why-elsewhere = Для других мест.

## The answer in one block
guide-needed = нужно
guide-left = осталось
guide-there-is = есть с начала тревоги
guide-length = путь
guide-next = Дальше:
guide-only-outside = Только если вы уже на улице:
guide-nearest-late = Ближайшее, отсюда поздно:
guide-where = Откуда вы идёте?
guide-choose-start = Выбрать начало пути
guide-change-start = Другое начало
guide-places-stay = Места остаются на этом устройстве.
guide-from = Вы идёте отсюда: { $start }
guide-at-position = положение этого устройства
guide-yes-here = Да, я здесь
guide-working = Ищем путь…
guide-no-street = Рядом с этим началом нет улицы, по которой можно идти. Выберите другое.
guide-engine-fault = Не удалось вычислить. Действуйте по написанному выше и официальным сообщениям.
guide-loading = Загружаем город: { $percent } %
guide-no-city = Данных города на этом устройстве нет. Кнопки и карточки работают и без них.
guide-load-again = Загрузить снова
guide-pets-no = В перечне указано: без животных.
guide-pets-unknown = Можно ли с животными, неизвестно.
guide-slower = Время здесь больше: однажды вам понадобилось больше, чем по плану.

## Who walks
guide-floor = этаж { $floor }
guide-night = Темно
guide-pets = С животным

## Where somebody starts
guide-search = Улица, номер дома, место
guide-kind-place = место
guide-kind-shelter = укрытие
guide-kind-street = улица
guide-kind-address = адрес
guide-locating = Определяем положение…
guide-locate-failed = Положение не найдено. Воспользуйтесь поиском или картой.
guide-is-it-here = Вы идёте отсюда?
guide-yes-start = Да, я иду отсюда
guide-remember-here = Запомнить это место на устройстве
guide-place-name = Как его назвать
guide-home = Дом
guide-remember = Да, и запомнить
guide-remembered = Сохранённые места
guide-poster = Плакат
guide-poster-help = Или отсканируйте код плаката у входа.
guide-by-crossing = у { $street }
guide-near = рядом: { $name } ({ $length })
guide-map-help = Карта путей. То же написано словами рядом. Двигайте стрелками.
guide-map-choose-help = Карта. Коснитесь места начала или двигайте стрелками и нажмите Enter.

## The walk
guide-walk-now = Показать путь
guide-walk-on = Дальше по пути
guide-walk-plan = Путь плана { $letter }
guide-drill-band = Проба пути: это не тревога
guide-to = К: { $name }
guide-step = Шаг { $step } из { $steps }
guide-in-length = через { $length }
guide-then = потом: { $words }
guide-off-way = Вы в { $length } от пути.
guide-next-step = Готово, дальше
guide-step-back = Шаг назад
guide-inside = Я внутри
guide-follow = Следить за положением
guide-walked = в пути
guide-planned = по плану
guide-door-closed = Дверь закрыта
guide-end-walk = Закончить путь
guide-arrived = Вы на месте
guide-to-start = На главный экран
guide-switch = Идите в другое укрытие:
guide-switch-late = Отсюда вовремя не дойти до другого укрытия. Сделайте так:
guide-go-there = Показать тот путь
guide-learned = Вам понадобилось { $took }, по плану { $planned }. Теперь планы считают с большим временем.
guide-learned-same = Вам понадобилось { $took }, по плану { $planned }. Планы не меняются.

## Sound
guide-speak = Прочитать вслух
guide-hush = Остановить чтение

## Sharing
guide-share = Поделиться планом
guide-share-says = Кто это получит, увидит ваше начало пути. Ничего не отправляется, пока вы не отправите.
guide-share-text = Поделиться текстом
guide-copy-text = Скопировать текст
guide-copy-link = Скопировать ссылку
guide-copied = Скопировано.
guide-copy-failed = Не удалось скопировать. Выделите текст выше.
guide-code = Код этого начала для камеры другого телефона

## By the bed
guide-bedside = У кровати
guide-bedside-help = Держит экран включённым и тёмным, звучит при тревоге или потере связи. Подключите зарядку.
guide-bedside-on = Экран не гаснет и звук включён, пока эта страница открыта и впереди.
guide-bedside-start = Начать и услышать сигнал
guide-bedside-off = Закончить
guide-no-wake-lock = Этот браузер не держит экран включённым: он может погаснуть и замолчать.

## Self-test
guide-selftest = Проверить устройство
guide-selftest-help = Что здесь работает, проверено только что.
guide-trial-engine = Город открыт
guide-trial-files = Файлы целы
guide-trial-store = Браузер хранит данные
guide-trial-lasting = Сохранённое не будет выброшено
guide-trial-offline = Открывается без сети
guide-trial-trust = Знает, чьим тревогам верить
guide-trial-contact = Тревоги только что получены
guide-trial-sound = Звук разблокирован
guide-trial-voice = Сам читает на вашем языке
guide-trial-vibration = Вибрирует
guide-trial-awake = Держит экран включённым
guide-trial-is-works = работает
guide-trial-is-fails = не работает
guide-trial-is-unknown = неизвестно
guide-hear-tone = Услышать сигнал
guide-try-again = Проверить снова

## Settings
guide-settings = Настройки
guide-contrast = Высокая контрастность
guide-frugal = Беречь батарею
guide-frugal-help = Чёрный фон, без карты, реже обновления.
guide-easy = Простой язык
guide-easy-help = Короткие фразы и рисунки рядом с указаниями.
guide-who = Кто идёт
guide-forget-pace = Забыть это
guide-hidden-head = Чтобы не заметили
guide-hidden = Скрытый режим
guide-hidden-help = Учения не звучат и не занимают экран. Настоящие тревоги — да.
guide-called = Показывать как
guide-called-help = Название и знак на главном экране; выберите до установки.
guide-none-remembered = Нет.
guide-forget-place = Забыть: { $name }
guide-stored = Что есть на этом устройстве
guide-stored-size = { $place }: { $megabytes } МБ
guide-store-fails = Этот браузер ничего не хранит: сохраните город как файл.
guide-save-file = Сохранить как файл
guide-open-file = Открыть из файла
guide-loaded = Загружено полностью.
guide-load-failed = Не удалось загрузить. Прежнее остаётся.
guide-file-refused = Файл повреждён или это не город. Прежнее остаётся.
guide-forget-head = Забыть всё
guide-forget-help = Места, настройки, сообщения и город сразу исчезнут с устройства.
guide-forget-all = Забыть всё сейчас

## The first run
guide-first-title = Чего эта страница не может
guide-first-sound = Она молчит, когда закрыта или пока вы её не коснулись.
guide-first-data = Она знает { $place } по данным на { $date }. Двери могут быть закрыты, пути перекрыты: верьте глазам.
guide-first-data-unknown = Её данные имеют возраст: двери могут быть закрыты, пути перекрыты. Верьте глазам.
guide-first-official = Сирены, власти и ваши глаза важнее.
guide-first-silence = Когда она ничего не показывает, это ничего не значит.
guide-first-can = Что она может
guide-first-offline = После загрузки работает без сети: какое укрытие, каким путём, сколько минут.
guide-first-private = Где вы, знает только это устройство. Учётной записи нет.
guide-first-ok = Прочитано

## Cards: what to do right there. Three sentences each; none keeps anybody where water or fire comes.
guide-all-cards = Все карточки
guide-card-car = В автомобиле
guide-do-first-car = Остановитесь сбоку, заглушите двигатель, оставьте ключ.
guide-do-then-car = Воздушная тревога: выйдите и укройтесь в прочном здании или лягте в канаву подальше от машины.
guide-do-last-car = Цунами, наводнение: не въезжайте в воду. Оставьте машину и поднимайтесь пешком.
guide-card-bus = В автобусе, трамвае
guide-do-first-bus = Слушайте водителя. Выходите там, где остановились, не между машинами.
guide-do-then-bus = Воздушная тревога: зайдите в ближайшее прочное здание, подальше от стекла.
guide-do-last-bus = Толчки: держитесь и закройте голову. У моря потом поднимитесь выше.
guide-card-metro = В метро
guide-do-first-metro = Воздушная тревога: подземная платформа — укрытие. Идите к середине, дальше от края.
guide-do-then-metro = Вода, дым или газ: немедленно наверх по лестнице.
guide-do-last-metro = Поезд встал в тоннеле: слушайте персонал. Не сходите на рельсы сами.
guide-card-lift = В лифте
guide-do-first-lift = Нажмите все этажи и выйдите на первом, где открылось.
guide-do-then-lift = Застряли: нажмите кнопку вызова и говорите. Не разжимайте двери.
guide-do-last-lift = Дальше только по лестнице.
guide-card-bridge = На мосту
guide-do-first-bridge = Сойдите с моста к ближнему концу.
guide-do-then-bridge = Воздушная тревога и нет времени: лягте у перил, закройте голову.
guide-do-last-bridge = Цунами, наводнение: от реки и вверх, ни в коем случае под мост.
guide-card-beach = На пляже
guide-do-first-beach = Сильные или долгие толчки либо море отступает: сразу бегите вверх, до всякой тревоги.
guide-do-then-beach = На возвышенность или на верх высокого прочного здания. Не возвращайтесь за вещами.
guide-do-last-beach = Волны идут часами. Не спускайтесь до официального сообщения.
guide-card-field = В поле
guide-do-first-field = Воздушная тревога: лягте в углубление или за насыпь, закройте голову, откройте рот.
guide-do-then-field = Подальше от деревьев, мачт, машин и топлива.
guide-do-last-field = Дым или запах: поперёк ветра, вверх. Не трогайте ничего, что лежит.
guide-card-top-floor = На верхнем этаже
guide-do-first-top-floor = Воздушная тревога: вниз по лестнице, если есть время; иначе две стены между вами и улицей.
guide-do-then-top-floor = Подальше от окон: внутренняя комната или лестница без стёкол.
guide-do-last-top-floor = Цунами, наводнение: не спускайтесь. Пожар внизу: по лестнице наружу, низко под дымом.
guide-card-children = С детьми
guide-do-first-children = Держитесь за руки, младших несите. Скажите коротко: сейчас идём в укрытие.
guide-do-then-children = В школе детей ведут в укрытие там. Не езжайте в школу.
guide-do-last-children = Имя, телефон и группа крови на бумажке в кармане.
guide-card-wheelchair = На коляске
guide-do-first-wheelchair = Скажите громко: «Вдвоём помогите мне по лестнице». Не пользуйтесь лифтом.
guide-do-then-wheelchair = Выберите «коляска»: пути без лестниц.
guide-do-last-wheelchair = Воздушная тревога и нет времени: внутренняя комната, тормоза, голову вниз и закрыть.
guide-card-after = После удара
guide-do-first-after = Может быть второй удар: не собирайтесь там, оставайтесь в укрытии.
guide-do-then-after = Запах газа: без огня и выключателей, откройте окна, выйдите.
guide-do-last-after = Не трогайте неизвестное, отметьте, вернитесь тем же путём, звоните спасателям.

## Other languages
guide-other-languages = Другие языки
guide-tourist-help = Покажите это тем, кто не читает на вашем языке.

## Easy language: late answers in few words, by what to do
easy-inner-room = Зайдите в дом. Идите в комнату без окон. Лягте.
easy-lie-down = Зайдите в прочный дом. Нет рядом? Лягте. Руки на голову.
easy-drop-cover-hold = Присядьте. Спрячьтесь под стол. Держитесь.
easy-open-ground = Выйдите на открытое место. Дальше от стен и стекла.
easy-highest-floor = Немедленно вверх. На самый верхний этаж. Не спускайтесь.
easy-high-ground = Немедленно вверх. На холм или в высокий дом. Дальше от воды.
easy-upstairs-away-from-slope = Идите наверх. В сторону от склона.
easy-sideways = Идите вбок и вверх. Не вниз по склону.
easy-keep-going = Идите от огня. Не останавливайтесь. Не возвращайтесь.
easy-middle-or-cellar = В подвал или в середину дома. Закройте окна. Снимите куртку.
easy-into-building = Зайдите в прочный дом. Дальше от окон.
easy-upstairs-sealed = Идите наверх. Не в подвал. Закройте окна и двери.
easy-upwind = Идите вбок от ветра и вверх. Дальше от запаха.
easy-inner-room-above-ground = Наверх, во внутреннюю комнату. Не в подвал. Дальше от окон.
easy-into-building-upstairs = Зайдите в прочный дом. Наверх. Не в подвал.
