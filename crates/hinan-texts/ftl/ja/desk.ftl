### The desk of the officers who draft and sign alerts: its page, and nothing that the public reads.
### 翻訳はまだ母語話者の確認を受けていません。 Not yet reviewed by a native speaker.

## Head
desk-title = hinan desk：署名する内容がそのまま見えます
# $person: a name.
desk-signs-for = この端末の署名者：{ $person }
desk-key-unknown = この鍵は鍵束にありません。閲覧はできますが、署名は無効です。
desk-ring-until = 鍵束 第{ $number }号、{ $date }まで
desk-ring-expired = 鍵束は{ $date }に期限が切れました。管理者から新しいものを受け取ってください。
desk-tab-now = 現在
desk-tab-warn = 新しい警報
desk-tab-drill = 新しい訓練
desk-skip = 本文へ移動
desk-map-help = 警報の区域の地図。描くときはクリックかEnterで角を置き、矢印キーで地図を動かします。
desk-lab = 実験室：外部には届きません
desk-live = 本番：住民に届きます

## What goes on
# $time: when the folder was last read.
desk-nothing = このフォルダーに継続中の警報はありません。最終読み込み { $time }。危険の有無を示すものではありません。
desk-read = 最終読み込み { $time }
desk-no-contact = { $time }以降、プログラムと通信できていません。表示が古い可能性があります。
desk-awaiting = 署名待ち
desk-in-force = 有効な警報
desk-on-hold = 保留中
desk-unconfirmed = 未確認
desk-lapsed = 確認が途絶えた警報
desk-ended = 終了
desk-refused = 拒否
desk-refused-help = これらのファイルは信用されず、誰にも伝えられません。理由は符号のとおりです。
# $words: four words.
desk-active-digest = 継続中の内容を4語で：{ $words }
desk-active-help = 同じフォルダーを見る端末には同じ語が出ます。
# $ago, $left, $length: lengths of time.
desk-issued = 発表 { $time }（{ $ago }前）
desk-issued-ahead = 発表 { $time }：この時計より先です。どちらかの時計が違っています。
desk-drafted = 作成 { $time }（{ $ago }前）
desk-until = { $time }まで有効（残り{ $left }）
desk-hold-until = { $time }まで保留（残り{ $left }）。2人目が署名しなければ再び有効になります
desk-lapsed-since = { $time }以降、確認されていません。終わったとは誰も言っていません。
desk-final = 確定。
desk-replaced-by = 差し替え：{ $words }
desk-ended-by = 終了させた文書：{ $words }
desk-drill-cut = 本物の警報により終了
desk-signed-by = 署名者：{ $people }。
# $signed, $needed (numbers): persons.
desk-signed-of = { $needed }人中{ $signed }人。
desk-two-keys = { $person }は{ $keys }個の鍵で署名しましたが、1人と数えます。
desk-not-counted = 数えられない署名：{ $reason }
desk-verified = 検証済み
desk-awaited = 2人目の担当者を待っています
desk-awaited-first = 署名なし
desk-open = 内容を見る
desk-review = 確認して署名
desk-cancel = 取り消す
desk-clear = 警報を解除する
desk-update = 差し替える
desk-about = 対象：{ $what }

## A new alert or drill
desk-new-alert = 新しい警報
desk-new-drill = 新しい訓練
desk-new-update = 警報の差し替え
desk-drill-note = 訓練：すべての文が訓練の語で始まり、終わります
desk-hazard = 何の危険ですか
desk-stage = 住民は何をしますか
desk-where = どこですか
desk-where-zones = 区域名で選ぶ
desk-where-drawn = 地図に描く
desk-zones = 区域
desk-zones-find = 区域を探す
desk-zones-none = 区域が登録されていません。区域のある地域か --zones を付けて起動してください。
desk-zones-chosen = 選択中：{ $names }
desk-draw-help = 角を順にクリックするか、矢印キーで地図を動かしてEnterを押します。最後の角は最初の角と結ばれます。
desk-corners = 角、1行に1つ：緯度,経度
desk-corners-wrong = { $line }行目は緯度,経度ではありません。
desk-corner-undo = 最後の角を戻す
desk-corners-clear = すべての角を消す
desk-place-name = 住民に通じる地名
desk-duration = どのくらいの間ですか
# $hours (number): whole hours.
desk-hours = { $hours }時間
desk-impact = 何分後に到達するか（分かる場合）
desk-languages = 言語
desk-preview = 住民が読む内容
desk-preview-none = 危険、行動、場所を選んでください。場所がないと送れません。
desk-ends = 再確認がなければ { $time } まで
desk-write = 下書きを作る
desk-write-drill = 訓練の下書きを作る
desk-write-help = 署名なしで共有フォルダーに入り、もう1つの端末にすぐ表示されます。2人が署名するまで誰にも伝わりません。

## What it comes to
# $people, $shelters (numbers).
desk-people = { $people ->
   *[other] { $people }人
}
desk-people-guess = 地図の建物からの推定
desk-people-unknown = 区域内の人数と避難場所：不明（地域が開かれていません）
desk-shelters = { $shelters ->
   *[other] 避難場所{ $shelters }か所
}
desk-spill = 選んだ範囲の外：{ $people ->
   *[other] { $people }人
}
desk-length = { $most }中{ $used } { $alphabet }
desk-form-all = 経路ごとの文面
desk-form-headline = 見出し
desk-form-description = 何が、どこで、いつ
desk-form-instruction = とるべき行動
desk-form-short90 = 最短
desk-form-short360 = 短文
desk-form-long = 長文の放送
desk-form-speech = 読み上げ

## Review and sign
desk-review-help = ここにある内容はすべて、署名されるバイト列そのものから読み取ったものです。
desk-kind = 種類
desk-danger = 災害
desk-how-near = 切迫度
desk-place = 場所
desk-concerned = 区域内
desk-time = 時間
desk-time-span = { $from }から{ $to }まで（{ $length }）
desk-arrives = 到達 { $time }
desk-issued-only = 発表 { $time }
desk-state = 状態
desk-signatures = 署名
desk-four-words = 4つの単語
desk-four-words-help = もう1人の担当者に読み上げてください。語が違えばバイト列も違います。署名しないでください。
desk-digest = ハッシュ値全体
desk-texts = 全言語の文面
desk-retype = 区域内の人数を入力してください
desk-retype-help = { $people }人に伝わります。この数を入力してください。
desk-retype-wrong = 区域内の人数と一致しません。
desk-passphrase = 鍵の合言葉
desk-passphrase-help = この機械のプログラムだけに渡され、保存されません。
# $what: the headline of the alert.
desk-sign-as = 署名する：{ $what }
desk-signing = 署名しています…
desk-signed-done = 署名しました。{ $state }
desk-discard = 下書きを破棄する
desk-discarded = 下書きを破棄しました。
desk-back = 現在の一覧へ戻る
desk-already = 署名済みです。別の人が自分の端末で署名する必要があります。

## Calling back, ending
desk-cancel-title = 取り消し
desk-cancel-help = 1人の署名で保留となり、誤りと報告された旨が伝わります。2人目の署名で確定します。
desk-cancel-help-late = 1人で保留にできる時間が過ぎたか、鍵束が認めていません。2人が署名するまで何も変わりません。
desk-cancel-error = 誤って発信
desk-cancel-error-help = 発信すべきではありませんでした。
desk-cancel-withdrawn = 見込みがなくなった
desk-cancel-withdrawn-help = 発信は正しかったが、予想された事態は見込まれなくなりました。
desk-clear-help = 警報解除：危険が終わったと住民に伝わります。2人が署名するまで何も変わりません。

## Errors
desk-error-token = 起動時に表示されたアドレスで開いてください。
desk-error-gone = フォルダーにもうありません。
desk-error-passphrase = 合言葉が違います。もう一度入力してください。締め出されることはなく、少し待つだけです。

## Orders signed ahead
desk-tab-arm = 事前命令
desk-kind-arming = 事前署名の命令
desk-kind-void-arming = 事前署名の命令の取り消し
desk-kind-other = ここでは署名しない文書
desk-armed = 単独で警報を出せる命令
desk-armed-until = { $time }まで（残り{ $left }）
desk-armed-from = { $time }から
desk-void-state = 取り消し済み。この命令では警報を出せません。
desk-new-arm = 単独で警報を出せるようにする
desk-arm-help = 2人が事前に署名します。その後は、選ばれた人が下の警報を、下の区域と時間に限り、1人の署名で出せます。
desk-arm-who = 誰が単独で出せますか
desk-arm-templates = どの警報ですか
desk-arm-hours = 今から何時間ですか
desk-arm-life = 1つの警報の最長時間
desk-arm-none = 人、警報、場所を選んでください。
desk-arm-write = 命令の下書きを作る
desk-arm-feed = { $name }（自動配信）
desk-raise = この命令で警報を出す
desk-void = 命令を取り消す
desk-new-armed = 1人で出す警報
desk-armed-note = 事前署名の命令による警報：1人の署名で有効になります。
desk-armed-write-help = 署名なしで共有フォルダーに入ります。あなた1人の署名で有効になります。
desk-who = 対象者
desk-which = 警報
desk-longest = 1つの警報の最長
desk-sender = 発信者
desk-under-order = 根拠の命令
desk-people-nobody = 区域内の人数：誰も数えていません
desk-people-zone-nobody = 人数は未集計

## What cannot be done, by code
desk-error-already = 署名済みです。鍵が違っても、2人目は別の人でなければなりません。
desk-error-area = 区域名か図形のどちらか一方を、多すぎない範囲で選んでください。
desk-error-area-drawing = この図形は使えません。角が3つ以上必要です。
desk-error-area-no-name = 描いた場所に、住民に通じる名前を付けてください。
desk-error-area-none = 場所が選ばれていません。場所がないと送れません。
desk-error-area-refused = この場所では送れません：{ $reasons }
desk-error-area-unknown-zone = この端末の一覧に区域「{ $zone }」はありません。
desk-area-crosses = 線が交差または接触しています
desk-area-swapped = 緯度と経度が逆です
desk-area-elsewhere = この地域の外にあります
desk-area-too-much = 角が多すぎます
desk-area-other = どこか判別できません
desk-error-arming-hours = 命令の時間が長すぎるか、ゼロです。鍵束の上限は{ $most }分です。
desk-error-arming-life = 1つの警報の時間が長すぎるか、ゼロです。鍵束の上限は{ $most }分です。
desk-error-arming-nobody = 単独で警報を出せる人が選ばれていません。
desk-error-arming-not-now = この命令は今は有効ではありません。署名が足りないか、取り消されたか、時間外です。
desk-error-arming-outside = この命令は、その警報、区域、時間を認めていません。
desk-error-arming-unknown = 鍵束に「{ $who }」という人も配信元もありません。
desk-error-armed-drill = 訓練は事前署名の命令では出せません。
desk-error-body = ページとプログラムの形式が合いません。読み込み直してください。
desk-error-broken = この文書には誤りがあります。署名せず、作り直してください。
desk-error-cap = 有効な電文になりません。
desk-error-impact-outside = 到達時刻が警報の有効時間の外です。
desk-error-key = 鍵ファイルを使えません。
desk-error-language = 文面のない言語が含まれています。
desk-error-machine = プログラムまたは共有フォルダーの障害です。
desk-error-mixed-hazards = 複数の災害の警報です。1つずつ終了してください。
desk-error-mixed-worlds = 本番と訓練を1つの文書にはできません。
desk-error-no-language = 言語が選ばれていません。
desk-error-no-ring = 鍵束がないため、誰も署名できません。
desk-error-no-such-pair = その災害のその段階の警報はありません。
desk-error-no-target = 警報が指定されていません。
desk-error-not-an-alert = それは警報でも訓練でもありません。
desk-error-not-here = この鍵では署名できないか、もう署名が要りません。
desk-error-other-bytes = 添えられた電文が、署名されたものと違います。
desk-error-people = 区域内の人数と一致しません。
desk-error-reason = 取り消しの理由を選んでください。
desk-error-room = ファイルに署名の空きがありません。
desk-error-signed = 署名があります。破棄ではなく取り消してください。
desk-error-statement = 受信側が拒否する内容です。
desk-error-template = その名前のひな形はありません。
desk-error-too-long = 時間が長すぎるか、ゼロです。鍵束の上限は{ $most }分です。
desk-error-world = この端末ではその種別の下書きを作れません。
desk-why-earthquake-expect = 数分前には誰にも分かりません。数秒前なら「{ $order }」です
desk-why-chemical-prepare = 漏えいは何時間も前には予測できません

## What is wrong in a message, by code
desk-fault-sent = 電文と文書の時刻が違います：{ $message }、{ $statement }。
desk-fault-hazard = 電文の災害が文書と違います：{ $hazard }。
desk-fault-template = 文書のひな形は { $template } ですが、電文は別のものです。
desk-fault-no-template = 該当するひな形がありません。正しい内容を確かめられません。
desk-fault-expires = 電文と文書の終了時刻が違います。
desk-fault-status = 電文は { $found }、文書は { $wanted } です。
desk-fault-message-type = 電文の種類が { $wanted } ではなく { $found } です。
desk-fault-no-text = 電文に文面がありません。
desk-fault-head = 文面の外に、ひな形にないものが含まれています。
desk-fault-other-zones = 電文の区域が文書と違います。
desk-fault-blocks-differ = 文面どうしが一致しません。{ $language } と { $first } の違い：{ $parts }。
desk-fault-unknown-language = { $language } のひな形がありません。内容を確かめられません。
desk-fault-not-composed = { $language } がひな形どおりではありません：{ $parts }。
desk-fault-unknown-zone = この端末の一覧に区域 { $zone } がありません。場所を確かめられません。
desk-fault-zone-name = 電文は区域 { $zone } を「{ $found }」と呼んでいます。正しくは「{ $wanted }」です。
desk-fault-zone-outline = 区域 { $zone } の図形が正しい輪郭ではありません。
desk-fault-targets = 対象の警報と一致しません：{ $parts }。
desk-part-ground = 範囲
desk-part-zones = 区域
desk-part-places = 地名
desk-part-hazard = 災害
desk-part-codes = 符号
desk-part-times = 時刻
desk-part-words = 文言
desk-part-sender = 発信者
desk-part-rest = ひな形にないもの

## Files that are left out, by code
desk-file-no-envelope = 署名の封筒がありません。誰も署名していません。
desk-file-too-large = 大きすぎます。
desk-file-too-many-files = ファイルが多すぎます。初めの分だけを見ています。
desk-file-unreadable = 読み取れません。

## Why a document is not believed, by code; what the codes mean stands in docs/trust.md
desk-refusal-too-large = 封筒が大きすぎます。
desk-refusal-bad-envelope = 正しい封筒ではありません。壊れているか、別のものです。
desk-refusal-bad-base64 = 封筒の一部が壊れています。
desk-refusal-too-many-signatures = 封筒の署名が多すぎます。
desk-refusal-foreign-type = 別のシステムの文書です。
desk-refusal-update-needed = このプログラムより新しい形式です。更新してください。
desk-refusal-unexpected-type = 文書の種類がここに合いません。
desk-refusal-bad-bundle = まとめファイルが壊れています。
desk-refusal-root-not-pinned = この端末が信頼する根ではありません。
desk-refusal-root-gap = 間の根が欠けています。最後の正しいものを使い続けます。
desk-refusal-root-fork = 同じ番号の別の根があります。
desk-refusal-root-world = 根が本番と実験室を取り替えています。
desk-refusal-root-threshold-before = 前の根の署名者が足りません。
desk-refusal-root-threshold-own = この根の署名者が足りません。
desk-refusal-ring-threshold = 鍵束の管理者の署名が足りません。
desk-refusal-ring-too-long = 鍵束の期間が長すぎます。
desk-refusal-ring-rolled-back = より新しい鍵束があります。
desk-refusal-ring-missing = 最新の根に有効な鍵束がありません。最後の正しいものを使い続けます。
desk-refusal-no-ring = 署名を確かめる鍵束がありません。
desk-refusal-no-valid-signature = 鍵束の鍵による署名がありません。
desk-refusal-bad-json = 文書が壊れています。
desk-refusal-bad-statement = 文書に不足、余分、または矛盾があります。
desk-refusal-other-scope = 別の根に属する文書です。
desk-refusal-type-not-granted = この種類の文書に署名する権限が誰にもありません。
desk-refusal-outside-rights = その段階、災害、区域、避難場所に署名する権限が誰にもありません。
desk-refusal-compromised-key = 他人の手に渡った鍵が見つかるまでは、署名が足りていました。
desk-refusal-ring-too-old = 鍵束の期限切れから400日を超えています。
desk-refusal-ring-too-old-for-one = 鍵束の期限切れから30日を超え、1人では足りません。
desk-refusal-standalone-missing = 独立したプログラムによる署名がありません。
desk-refusal-second-person-awaited = 鍵束が求める人数の署名がありません。
desk-refusal-builder-missing = 作成機械の署名がありません。
desk-refusal-reviewer-missing = 差分を読んで署名した人が足りません。
desk-refusal-wrong-holder = 署名した機械の種類が違います。
desk-refusal-arming-unseen = 引用された命令がこのフォルダーにありません。
desk-refusal-arming-not-valid = 引用された命令の署名または権限が足りません。
desk-refusal-arming-void = 命令は取り消されています。
desk-refusal-arming-too-long = 命令の時間が、認められた上限を超えています。
desk-refusal-armed-by-other = 命令は別の人を指定しています。
desk-refusal-armed-outside-hours = 命令の時間外に発表されました。
desk-refusal-armed-outside-zones = 命令にない区域を含みます。
desk-refusal-armed-other-hazard = 命令にない災害です。
desk-refusal-armed-other-stage = 命令にない段階です。
desk-refusal-armed-other-template = 命令にないひな形です。
desk-refusal-armed-too-long = 命令が認める時間を超えています。
desk-refusal-solo-too-long = 1人の警報が、鍵束の認める時間を超えています。
desk-refusal-solo-renewed = 1人で自分の警報を延長できません。
desk-refusal-solo-too-late = 1人で取り消せるのは発表の直後だけです。
desk-refusal-solo-target-unseen = 1人で取り消せるのは、ここにある警報だけです。
desk-refusal-lowering-needs-two = 段階を下げる、または範囲を狭めるには2人が必要です。
desk-refusal-cap-missing = 対応する電文がフォルダーにありません。
desk-refusal-cap-length = 電文の長さが署名と違います。
desk-refusal-cap-digest = 電文が変えられています。この文書のバイト列ではありません。
desk-refusal-cap-unreadable = 電文が正しいCAP 1.2ではありません。
desk-refusal-cap-status = 本番・訓練・実験室の別が、電文と文書で違います。
desk-refusal-cap-message-type = 電文の働きが文書と違います。
desk-refusal-cap-sent = 電文の発信時刻が文書と違います。
desk-refusal-cap-expires = 電文の終了時刻が文書と違います。
desk-refusal-cap-response = 警報を終える内容かどうかが、電文と文書で違います。
desk-refusal-cap-area = 電文の範囲が文書と違います。
desk-refusal-cap-references = 電文が指す電文が文書と違います。
desk-refusal-life-too-long = その段階で認められる時間を超えています。
desk-refusal-target-other-world = 本番と訓練など、別の種別の電文を指しています。
desk-refusal-target-outside-rights = 署名者に、対象についての権限がありません。
desk-refusal-blocked-by-cancel = 2人が取り消しました。
desk-refusal-epoch-ahead = 鍵束がまだ始めていない期の番号です。
desk-refusal-rolled-back = より新しいものがあります。
desk-refusal-stale = 古すぎて意味がありません。
desk-refusal-siren-other = この装置あてではありません。
desk-refusal-siren-too-long = 180秒を超えて鳴らす内容です。
desk-refusal-siren-inner = 含まれる警報が無効か、サイレン用ではありません。
desk-refusal-store-full = 文書を入れる空きがありません。

## Why a signature does not count, by code
desk-signature-malformed = 署名の形ではありません
desk-signature-unknown-key = 鍵が鍵束にありません
desk-signature-webauthn-unsupported = Web認証器の署名はまだ確かめられません
desk-signature-weak-key = 鍵が正しくありません
desk-signature-wrong-signature = このバイト列の署名ではありません
desk-signature-compromised-key = 鍵が他人の手に渡っています
desk-signature-retired-key = 鍵はすでに返却されています
desk-signature-type-not-granted = この種類に署名する権限がありません
desk-signature-outside-rights = その段階、災害、区域、避難場所への権限がありません

## Remarks, by code
desk-note-ring-expired = 鍵束の期限が切れています。新しいものが必要です。
desk-note-ring-behind = ここにあるものより新しい鍵束で作られました。
desk-note-clock-behind = この時計より後に発表されています。時計が遅れています。
desk-note-expired = 時間が過ぎています。
desk-note-second-officer-awaited = 1人の担当者が出しました。2人目を待っています。
desk-note-same-id = 同じ識別子の文書がほかにも有効です。両方とも生きています。
desk-note-target-unseen = ここにないものを指しています。
desk-note-target-outside-rights = 対象の1つに権限がなく、それは残ります。
desk-note-target-other-world = 対象の1つは本番・訓練の別が違うため、残ります。
desk-note-elsewhere = ほかの場所あてです。
