-- With what and from where somebody signed in: so that he sees a session that is not his.
alter table session add column device text not null default '', add column address text not null default '';
