import { fact } from '#kernel/fact.ts';
import { record } from '#kernel/mechanism.ts';
import { publicTo } from '../../publicity.ts';
import { specialties } from '../project-words.ts';

/** Who reads what recusal needs: the office that draws, its supervisor, and whoever it is about. */
const forRecusal = ['SECRETARIAT', 'SECRETARIAT_HEAD', 'SUPERVISOR', 'EXPERT'];
const forOffice = ['SECRETARIAT', 'SECRETARIAT_HEAD', 'SUPERVISOR'];

/** The experts who review projects (projects.md §3.1). */
export const expertRecord = record({
  key: 'expert',
  wing: 'projects',
  name: { zh: '评审专家库', en: 'Experts' },
  counter: { zh: '名', en: 'experts' },
  facts: {
    name: fact.text({ zh: '姓名', en: 'Name' }, { max: 60, searched: true, indexed: true }),
    rosterNo: fact.text({ zh: '申报编号', en: 'Application no.' }, { max: 30, unique: true, help: { zh: '按批次编的编号，例如 2021-1-003；导入时以它区分。', en: 'By batch, e.g. 2021-1-003; tells rows apart on import.' } }),
    expertNo: fact.whole({ zh: '专家序号', en: 'Expert no.' }, { names: true, min: 1 }),
    person: fact.person({ zh: '平台账号', en: 'Account' }, { indexed: true, help: { zh: '专家本人登录用的账号，打分、申报都用它。', en: 'The expert’s own account, for sheets and declarations.' } }),
    pool: fact.unit({ zh: '账号所在单位', en: 'Unit of the account' }),
    identityNumber: fact.text({ zh: '身份证号', en: 'Identity number' }, { sealed: true, seenBy: forOffice, max: 18, pattern: { source: '^\\d{17}[\\dX]$', words: { zh: '身份证号应为18位', en: 'An identity number has 18 characters' } } }),
    bornOn: fact.day({ zh: '出生日期', en: 'Born on' }, { seenBy: forOffice }),
    employer: fact.matter({ zh: '现工作单位（库内）', en: 'Employer (listed)' }, 'enterprise', { indexed: true }),
    employerName: fact.text({ zh: '现工作单位名称', en: 'Name of the employer' }, { max: 120, indexed: true }),
    employers: fact.rows({ zh: '工作经历', en: 'Employers' }, {
      employer: fact.matter({ zh: '单位（库内）', en: 'Employer (listed)' }, 'enterprise'),
      name: fact.text({ zh: '单位名称', en: 'Name' }, { max: 120 }),
      from: fact.day({ zh: '起', en: 'From' }),
      to: fact.day({ zh: '止', en: 'To' }),
    }, { seenBy: forRecusal, help: { zh: '至少写近三年的，在职的“止”留空。', en: 'At least the last three years; leave “To” empty for the present one.' } }),
    title: fact.text({ zh: '职称或资格', en: 'Title' }, { max: 60 }),
    titleLevel: fact.choice({ zh: '职称等级', en: 'Level of the title' }, {
      full: { zh: '正高级', en: 'Full senior' },
      associate: { zh: '副高级', en: 'Associate senior' },
      equal: { zh: '同等专业水平', en: 'Equal level' },
      middle: { zh: '中级', en: 'Middle' },
    }, { indexed: true }),
    years: fact.whole({ zh: '从业年限', en: 'Years in the field' }, { min: 0, max: 60, measure: { zh: '年', en: 'years' } }),
    specialties: fact.choices({ zh: '专长', en: 'Specialties' }, specialties, { indexed: true, help: { zh: '不超过3项。', en: 'At most three.' } }),
    chains: fact.text({ zh: '熟悉的产业链', en: 'Industrial chains' }, { max: 120 }),
    isOutside: fact.flag({ zh: '区外专家', en: 'From outside the district' }, { indexed: true }),
    region: fact.text({ zh: '所在地区', en: 'Region' }, { max: 60 }),
    isApprovingOfficial: fact.flag({ zh: '对项目负有审批职责的公职人员', en: 'Official with a duty to approve projects' }),
    hasBadRecord: fact.flag({ zh: '有不良记录', en: 'Has a bad record' }),
    isTrained: fact.flag({ zh: '已参加培训', en: 'Trained' }),
    isBarred: fact.flag({ zh: '曾终身出库', en: 'Removed for life before' }, { seenBy: forOffice }),
    relations: fact.rows({ zh: '关联关系', en: 'Relations' }, {
      kind: fact.choice({ zh: '关系', en: 'Kind' }, {
        share: { zh: '持股、期权', en: 'Shares or options' },
        seat: { zh: '任董事、监事、高管', en: 'Board seat or office' },
        consulting: { zh: '有偿顾问', en: 'Paid consulting' },
        research: { zh: '共同研究、共同专利', en: 'Joint research or patent' },
        teaching: { zh: '师生、合著', en: 'Teacher, student, co-author' },
        kin: { zh: '亲属任职', en: 'Office of a relative' },
        rival: { zh: '竞争关系', en: 'Competitor' },
      }),
      party: fact.matter({ zh: '企业（库内）', en: 'Enterprise (listed)' }, 'enterprise'),
      partyName: fact.text({ zh: '对方名称', en: 'Name of the party' }, { max: 120 }),
      partyCode: fact.creditCode({ zh: '统一社会信用代码', en: 'Credit code' }),
      from: fact.day({ zh: '起', en: 'From' }),
      to: fact.day({ zh: '止', en: 'To' }),
    }, { seenBy: forRecusal }),
    declaredOn: fact.day({ zh: '最近申报日期', en: 'Declared on' }, { indexed: true }),
    absences: fact.rows({ zh: '缺席记录', en: 'Absences' }, {
      on: fact.day({ zh: '日期', en: 'On' }),
      isExcused: fact.flag({ zh: '有正当理由', en: 'Excused' }),
      words: fact.text({ zh: '说明', en: 'Note' }, { max: 200 }),
    }, { seenBy: forRecusal }),
    unexcused: fact.whole({ zh: '无故缺席次数', en: 'Unexcused absences' }, { min: 0, seenBy: forRecusal }),
    seats: fact.rows({ zh: '参评记录', en: 'Seats' }, {
      meeting: fact.matter({ zh: '评审会', en: 'Meeting' }, 'reviewMeeting'),
      on: fact.day({ zh: '日期', en: 'On' }),
    }, { seenBy: forRecusal }),
    seatCount: fact.whole({ zh: '参评次数', en: 'Seats in all' }, { min: 0, seenBy: forRecusal }),
    consentNo: fact.text({ zh: '单位同意函文号', en: 'Number of the employer’s consent' }, { max: 60 }),
    publicisedOn: fact.day({ zh: '公示日期', en: 'Publicised on' }),
    publicTo,
    admittedOn: fact.day({ zh: '入库日期', en: 'Admitted on' }, { indexed: true }),
    termUntil: fact.day({ zh: '聘期至', en: 'Term until' }, { indexed: true }),
    removedOn: fact.day({ zh: '出库日期', en: 'Removed on' }),
    removedFor: fact.choice({ zh: '出库原因', en: 'Removed for' }, {
      concealment: { zh: '隐瞒利害关系', en: 'Concealed a conflict' },
      absences: { zh: '无故缺席3次', en: 'Three unexcused absences' },
      collusion: { zh: '串通打分', en: 'Collusion' },
      leak: { zh: '泄露评审信息', en: 'Leak' },
      ownWish: { zh: '本人申请', en: 'Own wish' },
      termEnded: { zh: '聘期届满', en: 'Term ended' },
      age: { zh: '超过70周岁', en: 'Over seventy' },
    }, { indexed: true }),
    isBanned: fact.flag({ zh: '终身不得入库', en: 'Barred for life' }, { indexed: true }),
  },
  stages: {
    applied: { name: { zh: '申请', en: 'Applied' }, place: 'main' },
    checked: { name: { zh: '已核实', en: 'Checked' }, place: 'main' },
    publicised: { name: { zh: '公示中', en: 'Publicised' }, place: 'main' },
    active: { name: { zh: '在库', en: 'Active' }, place: 'main' },
    paused: { name: { zh: '暂停', en: 'Paused' }, place: 'side' },
    rejected: { name: { zh: '未通过', en: 'Not admitted' }, place: 'end', uncounted: true },
    removed: { name: { zh: '出库', en: 'Removed' }, place: 'end', uncounted: true },
  },
  settings: {
    consentDays: { name: { zh: '单位同意函时限', en: 'Days for the employer’s consent' }, value: 5, min: 1, max: 30, unit: 'workday', source: 'projects.md §3.1' },
    publicityDays: { name: { zh: '公示天数', en: 'Days of publicity' }, value: 5, min: 5, max: 30, unit: 'workday', source: 'projects.md §3.1' },
    declarationDays: { name: { zh: '关联关系申报时限', en: 'Days to declare relations' }, value: 10, min: 3, max: 60, unit: 'workday' },
    ageMost: { name: { zh: '年龄上限', en: 'Highest age' }, value: 70, min: 60, max: 80 },
    yearsLeast: { name: { zh: '从业年限下限', en: 'Fewest years in the field' }, value: 8, min: 5, max: 20, source: '招标投标法第三十七条' },
    absencesMost: { name: { zh: '无故缺席出库次数', en: 'Unexcused absences that remove' }, value: 3, min: 1, max: 9 },
    termYears: { name: { zh: '聘期年数', en: 'Years of a term' }, value: 3, min: 1, max: 5 },
  },
  clocks: {
    consent: { name: { zh: '单位同意', en: 'Employer’s consent' }, setting: 'consentDays' },
  },
  duties: {
    declare: { name: { zh: '申报关联关系', en: 'Declare relations' }, setting: 'declarationDays' },
  },
  links: {},
  refusals: {
    tooOld: { status: 422, zh: '申请人{age}周岁，超过{most}周岁，不能入库。', en: 'The applicant is {age}, older than {most}, and cannot be admitted.' },
    tooFewYears: { status: 422, zh: '从业{years}年，不满{least}年，不能入库。', en: '{years} years in the field are fewer than the {least} needed.' },
    titleTooLow: { status: 422, zh: '需要高级职称或者同等专业水平，请核对。', en: 'A senior title or an equal level is needed. Please check.' },
    tooManySpecialties: { status: 422, zh: '专长最多填3项，现有{count}项，请删减。', en: 'At most three specialties; {count} are given. Please remove some.' },
    approvingOfficial: { status: 422, zh: '对项目负有审批职责的公职人员不能作为打分专家，可以代表部门发表意见。', en: 'Officials who approve projects cannot score; they may speak for their department.' },
    badRecord: { status: 422, zh: '有不良记录的不能入库。', en: 'Nobody with a bad record is admitted.' },
    employerMissing: { status: 422, zh: '请选择库内工作单位，或者写明单位名称。', en: 'Choose the employer from the register, or write its name.' },
    employerTimes: { status: 422, zh: '工作经历的“止”早于“起”，请核对。', en: 'An employment ends before it begins. Please check.' },
    barredForLife: { zh: '申请人曾因串通打分或者泄密出库，终身不得再入库。', en: 'The applicant was removed for collusion or a leak and is barred for life.' },
    publicityRuns: { zh: '公示到{day}当天为止，第二天起才能入库。', en: 'It is public until the end of {day}; nobody is admitted before.' },
    notOneself: { status: 403, zh: '关联关系由专家本人申报，请本人登录办理。', en: 'Relations are declared by the expert in person.' },
    partyUnnamed: { status: 422, zh: '有一行关联关系没写对方，请选企业、写名称或者代码。', en: 'One relation names no party. Choose an enterprise, or give a name or code.' },
    absenceLater: { status: 422, zh: '缺席日期不能晚于今天，请核对。', en: 'An absence cannot lie later than today. Please check.' },
  },
  // The science bureau chooses among them for demands; what recusal needs is kept from it all the same.
  sees: { SECRETARIAT: 'all', SECRETARIAT_HEAD: 'all', SCIENCE: 'all', SUPERVISOR: 'all', LEADER: 'all', TOP: 'all', EXPERT: 'involved' },
  groups: [
    { name: { zh: '基本信息', en: 'Basics' }, facts: ['name', 'expertNo', 'rosterNo', 'employer', 'employerName', 'title', 'titleLevel', 'years', 'specialties', 'chains', 'isOutside', 'region', 'person', 'pool', 'identityNumber', 'bornOn'] },
    { name: { zh: '入库条件', en: 'Conditions' }, facts: ['isApprovingOfficial', 'hasBadRecord', 'isTrained', 'isBarred', 'consentNo', 'publicisedOn', 'publicTo', 'admittedOn', 'termUntil'] },
    { name: { zh: '利害关系', en: 'Interests' }, facts: ['employers', 'relations', 'declaredOn'] },
    { name: { zh: '履职', en: 'Service' }, facts: ['seatCount', 'seats', 'unexcused', 'absences', 'removedOn', 'removedFor', 'isBanned'] },
  ],
  title: 'name',
  list: ['specialties', 'titleLevel', 'employerName', 'isOutside', 'declaredOn', 'seatCount', 'termUntil'],
});

/** The expert's record, for types. */
export type ExpertRecord = typeof expertRecord;
