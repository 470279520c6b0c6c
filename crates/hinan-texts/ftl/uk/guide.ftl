### The guide: the page that residents hold. Orders first, short; silence is never a good sign.
### Переклад ще не перевірив носій мови. Not yet reviewed by a native speaker.

## Frame
guide-name-ways = Шляхи
guide-name-notes = Нотатки
guide-skip = Перейти до головного
guide-back = Назад
guide-tab-now = Зараз
guide-tab-plans = Плани
guide-tab-cards = Де я
guide-tab-more = Ще

## What is known, and since when. Silence is never a good sign.
guide-confirmed = Востаннє підтверджено о { $time }
guide-looked = Тривоги перевірено о { $time }
guide-no-contact = Немає зв’язку з { $time }
guide-no-sender = Сюди не надходять тривоги
guide-no-sender-help = Тут ніхто не надсилає тривог на цю сторінку. Слухайте сирени, радіо та офіційні канали.
guide-silence = Тиша тут нічого не означає. Слухайте сирени, радіо та офіційні канали.
guide-until-word = Дійте так до офіційного повідомлення: радіо, гучномовці, офіційні канали.
guide-clock-behind = Годинник цього пристрою може бути неправильним: дивіться на час тривоги.
guide-data-of = Вулиці та укриття станом на { $date }
guide-data-old = Цим даним понад 90 днів ({ $date }). Входи та шляхи могли змінитися.
guide-data-undated = Невідомо, скільки років цим даним. Входи та шляхи могли змінитися.

## The first screen
guide-what-happens = Що відбувається?
guide-siren = Я чую сирену
guide-shaking = Відчуваю сильні поштовхи
guide-untold = Щось не так, не можу зрозуміти що
guide-plan-for = План на випадок: { $hazard }
guide-where-now = Де ви зараз?
guide-all-plans = Усі плани, карта
guide-drill-walk = Спробувати шлях зараз

## An alert, or what somebody told the page
guide-issued = оголошено о { $time }
guide-area = Де: { $place }
guide-message = У повідомленні: { $words }
guide-sender = Від: { $sender }
guide-told-siren = Ви почули сирену о { $time }
guide-told-shaking = Ви відчули поштовхи о { $time }
guide-told-untold = О { $time } ви сказали, що щось не так
guide-told-no-alert = Це з ваших слів, а не з підписаної тривоги.
guide-told-end = Про кінець оголошено офіційно
guide-told-mistake = Натиснуто помилково
guide-what-is-it = Якщо ви знаєте, що це:
guide-after-shaking = Коли поштовхи припиняться
guide-after-shaking-out = Вийдіть сходами на відкрите місце, подалі від стін, скла й дротів. Біля моря — підніміться вище.
guide-more-alerts = Інші повідомлення
guide-unconfirmed = Непідтверджене повідомлення
guide-unconfirmed-do = Під цим замало чинних підписів. Слухайте офіційні повідомлення.
guide-cancelled = Скасовано
guide-why-here = Це стосується місця, де ви є.
guide-why-at-start = Це стосується вашого початку шляху.
guide-why-at-poster = Це стосується місця останнього відсканованого плаката.
guide-why-at-remembered = Це стосується збереженого місця: { $name }.
guide-why-where-are-you = Невідомо, де ви: це може стосуватися вас.
guide-why-may-be-you = Його місце нам невідоме: це може стосуватися вас.
guide-why-elsewhere = Для інших місць.

## The answer in one block
guide-needed = потрібно
guide-left = залишилося
guide-there-is = є від початку тривоги
guide-length = шлях
guide-next = Далі:
guide-only-outside = Лише якщо ви вже надворі:
guide-nearest-late = Найближче, звідси запізно:
guide-where = Звідки ви йдете?
guide-choose-start = Вибрати початок шляху
guide-change-start = Інший початок
guide-places-stay = Місця залишаються на цьому пристрої.
guide-from = Ви йдете звідси: { $start }
guide-at-position = положення цього пристрою
guide-yes-here = Так, я тут
guide-working = Шукаємо шлях…
guide-no-street = Поруч із цим початком немає вулиці, якою можна йти. Виберіть інший.
guide-engine-fault = Не вдалося обчислити. Дійте за написаним вище й офіційними повідомленнями.
guide-loading = Завантажуємо місто: { $percent } %
guide-no-city = Даних міста на цьому пристрої немає. Кнопки та картки працюють і без них.
guide-load-again = Завантажити знову
guide-pets-no = У переліку зазначено: без тварин.
guide-pets-unknown = Чи можна з тваринами, невідомо.
guide-slower = Час тут довший: колись вам знадобилося більше, ніж за планом.

## Who walks
guide-floor = поверх { $floor }
guide-night = Темно
guide-pets = З твариною

## Where somebody starts
guide-search = Вулиця, номер будинку, місце
guide-kind-place = місце
guide-kind-shelter = укриття
guide-kind-street = вулиця
guide-kind-address = адреса
guide-locating = Визначаємо положення…
guide-locate-failed = Положення не знайдено. Скористайтеся пошуком або картою.
guide-is-it-here = Ви йдете звідси?
guide-yes-start = Так, я йду звідси
guide-remember-here = Запам’ятати це місце на пристрої
guide-place-name = Як його назвати
guide-home = Дім
guide-remember = Так, і запам’ятати
guide-remembered = Збережені місця
guide-poster = Плакат
guide-poster-help = Або відскануйте код плаката біля входу.
guide-by-crossing = біля { $street }
guide-near = поруч: { $name } ({ $length })
guide-map-help = Карта шляхів. Те саме написано словами поруч. Рухайте стрілками.
guide-map-choose-help = Карта. Торкніться місця початку або рухайте стрілками й натисніть Enter.

## The walk
guide-walk-now = Показати шлях
guide-walk-on = Далі шляхом
guide-walk-plan = Шлях плану { $letter }
guide-drill-band = Проба шляху: це не тривога
guide-to = До: { $name }
guide-step = Крок { $step } з { $steps }
guide-in-length = за { $length }
guide-then = потім: { $words }
guide-off-way = Ви за { $length } від шляху.
guide-next-step = Готово, далі
guide-step-back = Крок назад
guide-inside = Я всередині
guide-follow = Стежити за положенням
guide-walked = у дорозі
guide-planned = за планом
guide-door-closed = Двері зачинено
guide-end-walk = Завершити шлях
guide-arrived = Ви на місці
guide-to-start = На головний екран
guide-switch = Ідіть до іншого укриття:
guide-switch-late = Звідси вчасно не дійти до іншого укриття. Зробіть так:
guide-go-there = Показати той шлях
guide-learned = Вам знадобилося { $took }, за планом { $planned }. Відтепер плани рахують із довшим часом.
guide-learned-same = Вам знадобилося { $took }, за планом { $planned }. Плани не змінюються.

## Sound
guide-speak = Прочитати вголос
guide-hush = Зупинити читання

## Sharing
guide-share = Поділитися планом
guide-share-says = Хто це отримає, побачить ваш початок шляху. Нічого не надсилається, доки ви не надішлете.
guide-share-text = Поділитися текстом
guide-copy-text = Скопіювати текст
guide-copy-link = Скопіювати посилання
guide-copied = Скопійовано.
guide-copy-failed = Не вдалося скопіювати. Виділіть текст вище.
guide-code = Код цього початку для камери іншого телефона

## By the bed
guide-bedside = Біля ліжка
guide-bedside-help = Тримає екран увімкненим і темним, звучить при тривозі або втраті зв’язку. Підключіть зарядку.
guide-bedside-on = Екран не гасне і звук увімкнено, доки ця сторінка відкрита й попереду.
guide-bedside-start = Почати й почути сигнал
guide-bedside-off = Завершити
guide-no-wake-lock = Цей браузер не тримає екран увімкненим: він може згаснути й замовкнути.

## Self-test
guide-selftest = Перевірити пристрій
guide-selftest-help = Що тут працює, перевірено щойно.
guide-trial-engine = Місто відкрито
guide-trial-files = Файли цілі
guide-trial-store = Браузер зберігає дані
guide-trial-lasting = Збережене не буде викинуто
guide-trial-offline = Відкривається без мережі
guide-trial-trust = Знає, чиїм тривогам вірити
guide-trial-contact = Тривоги щойно отримано
guide-trial-sound = Звук розблоковано
guide-trial-voice = Сам читає вашою мовою
guide-trial-vibration = Вібрує
guide-trial-awake = Тримає екран увімкненим
guide-trial-is-works = працює
guide-trial-is-fails = не працює
guide-trial-is-unknown = невідомо
guide-hear-tone = Почути сигнал
guide-try-again = Перевірити знову

## Settings
guide-settings = Налаштування
guide-contrast = Висока контрастність
guide-frugal = Берегти батарею
guide-frugal-help = Чорне тло, без карти, рідше оновлення.
guide-easy = Проста мова
guide-easy-help = Короткі речення й малюнки поряд із вказівками.
guide-who = Хто йде
guide-forget-pace = Забути це
guide-hidden-head = Щоб не помітили
guide-hidden = Прихований режим
guide-hidden-help = Навчання не звучать і не займають екран. Справжні тривоги — так.
guide-called = Показувати як
guide-called-help = Назва й знак на головному екрані; виберіть до встановлення.
guide-none-remembered = Немає.
guide-forget-place = Забути: { $name }
guide-stored = Що є на цьому пристрої
guide-stored-size = { $place }: { $megabytes } МБ
guide-store-fails = Цей браузер нічого не зберігає: збережіть місто як файл.
guide-save-file = Зберегти як файл
guide-open-file = Відкрити з файла
guide-loaded = Завантажено повністю.
guide-load-failed = Не вдалося завантажити. Попереднє залишається.
guide-file-refused = Файл пошкоджено або це не місто. Попереднє залишається.
guide-forget-head = Забути все
guide-forget-help = Місця, налаштування, повідомлення й місто одразу зникнуть із пристрою.
guide-forget-all = Забути все зараз

## The first run
guide-first-title = Чого ця сторінка не може
guide-first-sound = Вона мовчить, коли закрита або доки ви її не торкнулися.
guide-first-data = Вона знає { $place } станом на { $date }. Двері можуть бути зачинені, шляхи перекриті: вірте очам.
guide-first-data-unknown = Її дані мають вік: двері можуть бути зачинені, шляхи перекриті. Вірте очам.
guide-first-official = Сирени, влада й ваші очі важливіші.
guide-first-silence = Коли вона нічого не показує, це нічого не означає.
guide-first-can = Що вона може
guide-first-offline = Після завантаження працює без мережі: яке укриття, яким шляхом, скільки хвилин.
guide-first-private = Де ви є, знає лише цей пристрій. Облікового запису немає.
guide-first-ok = Прочитано

## Cards: what to do right there. Three sentences each; none keeps anybody where water or fire comes.
guide-all-cards = Усі картки
guide-card-car = В автомобілі
guide-do-first-car = Зупиніться збоку, заглушіть двигун, залиште ключ.
guide-do-then-car = Повітряна тривога: вийдіть і сховайтеся в міцній будівлі або ляжте в рів подалі від авто.
guide-do-last-car = Цунамі, повінь: не їдьте крізь воду. Залиште авто й підніміться пішки.
guide-card-bus = В автобусі, трамваї
guide-do-first-bus = Слухайте водія. Виходьте там, де зупинилися, не між машинами.
guide-do-then-bus = Повітряна тривога: зайдіть у найближчу міцну будівлю, подалі від скла.
guide-do-last-bus = Поштовхи: тримайтеся й закрийте голову. Біля моря потім підніміться вище.
guide-card-metro = У метро
guide-do-first-metro = Повітряна тривога: підземна платформа — укриття. Ідіть до середини, далі від краю.
guide-do-then-metro = Вода, дим чи газ: негайно нагору сходами.
guide-do-last-metro = Поїзд став у тунелі: слухайте персонал. Не сходьте на колії самі.
guide-card-lift = У ліфті
guide-do-first-lift = Натисніть усі поверхи й вийдіть на першому, де відчинилося.
guide-do-then-lift = Застрягли: натисніть кнопку виклику й говоріть. Не розтискайте двері.
guide-do-last-lift = Далі лише сходами.
guide-card-bridge = На мосту
guide-do-first-bridge = Зійдіть з мосту до ближчого кінця.
guide-do-then-bridge = Повітряна тривога й нема часу: ляжте під перила, закрийте голову.
guide-do-last-bridge = Цунамі, повінь: від річки та вгору, ніколи під міст.
guide-card-beach = На пляжі
guide-do-first-beach = Сильні чи довгі поштовхи або море відступає: одразу біжіть угору, не чекаючи тривоги.
guide-do-then-beach = На узвишшя або на верх високої міцної будівлі. Не повертайтеся по речі.
guide-do-last-beach = Хвилі йтимуть годинами. Не спускайтеся до офіційного повідомлення.
guide-card-field = У полі
guide-do-first-field = Повітряна тривога: ляжте в заглибину чи за насип, закрийте голову, відкрийте рот.
guide-do-then-field = Подалі від дерев, щогл, машин і пального.
guide-do-last-field = Дим чи запах: упоперек вітру, вгору. Не торкайтеся нічого, що лежить.
guide-card-top-floor = На верхньому поверсі
guide-do-first-top-floor = Повітряна тривога: вниз сходами, якщо є час; інакше дві стіни між вами й вулицею.
guide-do-then-top-floor = Подалі від вікон: внутрішня кімната або сходи без скла.
guide-do-last-top-floor = Цунамі, повінь: не спускайтеся. Пожежа внизу: сходами назовні, низько під димом.
guide-card-children = З дітьми
guide-do-first-children = Тримайтеся за руки, найменших несіть. Скажіть коротко: зараз ідемо в укриття.
guide-do-then-children = У школі дітей ведуть в укриття там. Не їдьте до школи.
guide-do-last-children = Ім’я, телефон і група крові на папірці в кишені.
guide-card-wheelchair = На візку
guide-do-first-wheelchair = Скажіть голосно: «Удвох допоможіть мені сходами». Не користуйтеся ліфтом.
guide-do-then-wheelchair = Виберіть «візок»: шляхи без сходів.
guide-do-last-wheelchair = Повітряна тривога й нема часу: внутрішня кімната, гальма, голову вниз і закрити.
guide-card-after = Після удару
guide-do-first-after = Може бути другий удар: не збирайтеся там, лишайтеся в укритті.
guide-do-then-after = Запах газу: без вогню й вимикачів, відчиніть вікна, вийдіть.
guide-do-last-after = Не чіпайте невідомого, позначте, поверніться тим самим шляхом, телефонуйте рятувальникам.

## Other languages
guide-other-languages = Інші мови
guide-tourist-help = Покажіть це тим, хто не читає вашою мовою.

## Easy language: late answers in few words, by what to do
easy-inner-room = Зайдіть у будинок. Ідіть у кімнату без вікон. Ляжте.
easy-lie-down = Зайдіть у міцний будинок. Немає поруч? Ляжте. Руки на голову.
easy-drop-cover-hold = Присядьте. Сховайтеся під стіл. Тримайтеся.
easy-open-ground = Вийдіть на відкрите місце. Далі від стін і скла.
easy-highest-floor = Негайно вгору. На найвищий поверх. Не спускайтеся.
easy-high-ground = Негайно вгору. На пагорб або у високий будинок. Далі від води.
easy-upstairs-away-from-slope = Ідіть нагору. У бік від схилу.
easy-sideways = Ідіть убік і вгору. Не вниз схилом.
easy-keep-going = Ідіть від вогню. Не зупиняйтеся. Не повертайтеся.
easy-middle-or-cellar = У підвал або всередину будинку. Зачиніть вікна. Зніміть куртку.
easy-into-building = Зайдіть у міцний будинок. Далі від вікон.
easy-upstairs-sealed = Ідіть нагору. Не в підвал. Зачиніть вікна й двері.
easy-upwind = Ідіть убік від вітру й угору. Далі від запаху.
easy-inner-room-above-ground = Нагору, у внутрішню кімнату. Не в підвал. Далі від вікон.
easy-into-building-upstairs = Зайдіть у міцний будинок. Нагору. Не в підвал.
