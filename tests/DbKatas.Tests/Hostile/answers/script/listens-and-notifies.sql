-- attack (right): messages that outlive it
listen news;
insert into t values (3, 'Cy');
notify news, 'hello';
