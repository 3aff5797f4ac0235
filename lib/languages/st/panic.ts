import type { TextsOf } from '../en/messages.ts';

export const panic = {
  'panic.title': 'Tshohanyetso',
  'panic.unknown': 'Ha re tsebe hore na alamo ya hao e rometswe. Letsa mohala hona jwale.',
  'panic.pressAgain': 'O ka tobetsa hape. O ke ke wa tlalehwa habedi.',
  'panic.withoutScripts':
    'Diskripte di timilwe sebatling sena. Ho tlanya hanngwe ho bitsa thuso hanghang, e ye atereseng ya hao e bolokilweng. O ke ke wa hlakola mona.',
  'panic.send': 'Romela jwale',
  'panic.cancel': 'Hlakola',
  'panic.inSeconds': 'Metsotswaneng e {seconds}. Escape e a hlakola.',
  'panic.cannotHold': 'Ha ke kgone ho tshwara: tlanya mona',
  'panic.silent': 'Alamo ya kgutso: tlanya mona',
  'panic.byClick':
    '{howLong} Haeba o sa kgone ho tshwara, ho tobetsa hanngwe ho qala ho bala metsotswana e {seconds}.',
  'panic.theNumber': 'nomoro ya tshohanyetso',
  'help.name': 'Mofuta wa thuso',
  'help.medical': 'Tsa bophelo',
  'help.fire': 'Mollo',
  'help.security': 'Tshireletso',
  'location.name': 'Sebaka sa hao',
  'location.why': 'Thuso e hloka ho tseba moo o leng teng. Dumella sebaka sa hao jwale.',
  'location.allow': 'Dumella sebaka',
  'location.saved': 'Ntle le sona, thuso e ya atereseng ya hao e bolokilweng.',
  'location.none': 'Ntle le sona, thuso e ke ke ya o fumana.',
  'location.seeAddress': 'Bona aterese ya hao',
  'location.saveAddress': 'Boloka aterese',
  'where.say': 'Ha o letsa, bolela moo o leng teng.',
  'where.saved': 'Re sebedisa aterese ya hao e bolokilweng.',
  'where.last': 'Re sebedisa sebaka sa hao sa ho qetela se tsebahalang, {age}.',
  'where.area': 'Re tseba tikoloho ya hao feela, ka hoo e ka bang {km} km.',
  'report.name': 'Alamo ya hao',
  'report.stillSending': 'E ntse e romelwa…',
  'report.unanswered': 'Ha ho karabo. Ha re tsebe hore na alamo ya hao e fihlile. Letsa mohala hona jwale.',
  'report.keepTrying': 'Re tswela pele ho leka. O ke ke wa tlalehwa habedi.',
  'report.leaveOpen': 'Re tswela pele ho leka. O ke ke wa tlalehwa habedi. Tlohela leqephe lena le butswe.',
  'report.unconfirmed':
    'Re hlolehile ho netefatsa ho hlakolwa. Haeba o hloka thuso, letsa mohala hona jwale.',
  'report.notAgain':
    'Sesebediswa sena ha se sa romela alamo ya hao. Haeba e ne e rometswe pele, thuso e sa ntse e ka tla.',
  'report.unreached': 'Re hlolehile ho fihlella seva. Thuso e ka nna ya be e etla.',
  'report.cancelLate':
    'Alamo ya hao e ka nna ya be e se e rometswe. Re tswela pele ho leka ho e hlakola. Haeba nako e fetile, leqephe la alamo ya hao le a buleha: tlanya “Ke bolokehile” moo. Haeba o hloka thuso, letsa mohala hona jwale.',
  'report.tooOld': 'Alamo ya hao e tsofetse haholo hore e romelwe. Letsa mohala hona jwale.',
  'report.tooOldText':
    'Ha re tsebe hore na e ile ya fihla pele. O se ke wa emela thuso. Tobetsa hape haeba o ntse o e hloka.',
  'report.lost': 'Re lahlehetswe ke kgokahano. Ditaba tsa ho qetela: {news}',
  'report.callNow': 'Letsa mohala hona jwale. O se ke wa ema.',
  'report.delivered': 'Phapusi ya taolo e na le alamo ya hao.',
  'report.held': 'Alamo ya hao e tla romelwa metsotswaneng e mmalwa.',
  'report.withdrawn': 'E hlakotswe. Ha ho motho ya tla tla.',
  'report.practised': 'Ena e ne e le boikwetliso. Ha ho letho le rometsweng. Ha ho motho ya tla tla.',
  'report.expired':
    'Alamo ya hao ha e a fihla phapusing ya taolo. Re tlohetse ho leka. Letsa mohala hona jwale.',
  'report.expiredText': 'Ha ho motho ya tla tla. Tobetsa hape haeba o ntse o hloka thuso.',
  'report.rejected': 'Alamo ya hao ha e a amohelwa. Ha ho motho ya tla tla. Letsa mohala hona jwale.',
  'report.refused': 'Alamo ya hao ha e a romelwa. Ha ho motho ya tla tla. Letsa mohala hona jwale.',
  'report.afterSafe':
    'Re na le alamo ya hao. O boletse pele hore o bolokehile, kahoo leqephe lena ha le bontshe se etsahalang jwale.',
  'report.cancelledAsking':
    'E hlakotswe mona. Re a botsa hore na phapusi ya taolo e na le yona. Ho fihlela re tseba, thuso e sa ntse e ka tla.',
  'report.cancelled': 'E hlakotswe. Ha re e romele hape.',
  'report.notYet': 'Ha e so romelwe.',
  'report.noLocation': 'Ha re tsebe moo o leng teng.',
  'report.asking': 'Re tlohetse ho e romela. Re a botsa hore na phapusi ya taolo e na le yona.',
  'report.stopped': 'Re tlohetse ho e romela.',
  'report.testOpen': 'Alamo ya teko e ntse e butswe. Ha e balwe. Re a e qeta mme re tswela pele ho leka.',
  'report.trying': 'Re tswela pele ho leka.',
  'report.sendAgain': 'Romela hape',
  'report.cancelAgain': 'Leka hape ho hlakola',
  'report.safe': 'Ke bolokehile',
  'report.back': 'Kgutlela konopong',
  'rejected.no_subscription':
    'AURA e re ha o na peeletso e sebetsang. Ntle le yona, thuso ha e tle. Letsa mohala hona jwale. Ebe o kopa hore peeletso ya hao e ntjhafatswe.',
  'rejected.other':
    'AURA ha e a amohela alamo ena. Letsa mohala hona jwale. Basebetsi ba Vigil ba ka bona sena.',
  'report.seeHelp': 'Bona moo thuso e leng teng',
  'withdraw.button': 'Hlakola alamo ena',
  'withdraw.title': 'Na o hlakola alamo ena?',
  'withdraw.text':
    'Re tlohela ho e romela. Haeba phapusi ya taolo e se e na le yona, re e hlakola moo. Thuso e sa ntse e ka tla.',
  'withdraw.plain':
    'Haeba o hlakola, re tlohela ho e romela. Haeba phapusi ya taolo e se e na le yona, re e hlakola moo. Thuso e sa ntse e ka tla.',
  'withdraw.yes': 'Ee, e hlakole',
  'withdraw.no': 'Tjhe, ke hloka thuso',
  'text.button': 'Kopa thuso ka SMS',
  'text.how': 'Ha ho data? Sena se bula SMS. E romele e le jwalo. O ke ke wa tlalehwa habedi.',
  'contact.button': 'Romela motho wa hao molaetsa',
  'contact.text':
    'Ke hloka thuso. Ke tobeditse konopo ya ka ya tshohanyetso.{where} Ka kopo nteletsetse, mme o bitse thuso haeba ke sa arabe.',
  'contact.near': 'Ke haufi le {place}.',
  'contact.nearAbout': 'Ke haufi le {place}, ka hoo e ka bang {metres} m.',
  'follow.name': 'Thuso ya hao',
  'follow.update': 'Tlhahiso ya ho qetela',
  'follow.here':
    'Sebatli sa hao se thibela di-cookie, kahoo o bona se etsahalang leqepheng lena. Boloka leqephe lena le butswe.',
  'follow.refused': 'Leqephe lena ha le ntjhafatswe jwale.',
  'follow.refusedText':
    'Phapusi ya taolo e na le alamo ya hao. Ho bona se etsahalang, dumella di-cookie mme o kene.',
  'follow.lost': 'Re lahlehetswe ke kgokahano.',
  'follow.lostText': 'O bona ditaba tsa ho qetela tseo re nang le tsona. Re tswela pele ho leka.',
  'practice.title': 'Ikwetlise',
  'practice.lead': 'Leka konopo ka makgetlo ao o a ratang. Ha ho letho le romelwang. Ha ho motho ya tla tla.',
  'practice.notReal': 'Ena ha se konopo ya hao ya nnete.',
  'practice.real': 'Eya ho ya nnete',
  'practice.withoutScripts':
    'Diskripte di timilwe sebatling sena, kahoo o ke ke wa ikwetlisa. Konopo ya hao ya nnete e a sebetsa.',
} satisfies TextsOf<'panic'>;
